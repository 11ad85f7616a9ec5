import Glibc
import PaydownCore
import PaydownTestSupport
import Testing

@testable import PaydownScan

struct ProjectWalkerTests {
    @Test func `files come in the order of their paths' bytes`() throws {
        let tree = try TemporaryDirectory()
        for name in ["a/z.py", "a.py", "a-b.py", "a0.py", "B.py", "a/b/c.py", "ä.py"] { try tree.write(name, "") }

        let files = try ProjectWalker.list(WorkTree(tree.path)).files

        #expect(files == ["B.py", "a-b.py", "a.py", "a/b/c.py", "a/z.py", "a0.py", "ä.py"])
    }

    @Test func `whatever is left out is told with its reason`() throws {
        let tree = try TemporaryDirectory()
        try tree.write("app/main.py", "")
        try tree.write("app/main.pyi", "")
        try tree.write("notes.ipynb", "")
        try tree.write("readme.txt", "")
        try tree.write("env/pyvenv.cfg", "")
        try tree.write("env/x.py", "")
        try tree.write("vendored/.git/HEAD", "")
        try tree.write("vendored/x.py", "")
        try tree.write("__pycache__/x.py", "")
        try tree.write(".gitignore", "out/\n")
        try tree.write("out/x.py", "")
        symlink("app", tree.path + "/linked")
        symlink("app/main.py", tree.path + "/main.py")
        symlink("readme.txt", tree.path + "/text")
        mkfifo(tree.path + "/pipe.py", 0o600)

        let listing = try ProjectWalker.list(WorkTree(tree.path))

        #expect(listing.files == ["app/main.py"])
        let told = listing.problems.map { "\($0.path) \($0.kind.rawValue): \($0.message)" }
        #expect(
            told == [
                "app/main.pyi not-scanned: a stub: what it declares is defined elsewhere",
                "env/ excluded: a virtual environment",
                "linked/ excluded: a symbolic link: a folder counts at its own place",
                "main.py excluded: a symbolic link: a file counts at its own place",
                "notes.ipynb not-scanned: a notebook: its cells are not scanned",
                "out/ excluded: excluded by .gitignore, line 1",
                "pipe.py unreadable: not a regular file",
                "vendored/ excluded: a repository of its own",
            ])
    }

    @Test func `links that lead in a circle end the walk like any other`() throws {
        let tree = try TemporaryDirectory()
        try tree.write("a/b/x.py", "")
        symlink("..", tree.path + "/a/b/up")
        symlink("self", tree.path + "/self")

        let listing = try ProjectWalker.list(WorkTree(tree.path))

        #expect(listing.files == ["a/b/x.py"])
        #expect(listing.problems.map(\.path) == ["a/b/up/"])
    }

    @Test func `a submodule that is not checked out is told all the same`() throws {
        let tree = try TemporaryDirectory()
        try tree.write(".gitmodules", "[submodule \"lib\"]\n\tpath = third/lib\n\turl = ../lib\n")
        try tree.write("third/lib/placeholder", "")

        let listing = try ProjectWalker.list(WorkTree(tree.path))

        #expect(listing.problems.map(\.path) == ["third/lib/"])
        #expect(listing.problems.map(\.message) == ["a repository of its own"])
    }

    @Test func `a name that is not UTF-8 is unreadable, and shown so that it can be found`() throws {
        let tree = try TemporaryDirectory()
        let name: [CChar] = (Array(tree.path.utf8) + Array("/caf".utf8) + [0xE9] + Array(".py".utf8) + [0]).map {
            CChar(bitPattern: $0)
        }
        close(open(name, O_CREAT | O_WRONLY, 0o644))

        let listing = try ProjectWalker.list(WorkTree(tree.path))

        #expect(listing.files.isEmpty)
        #expect(listing.problems.map(\.path) == ["caf\\xE9.py"])
        #expect(listing.problems.map(\.kind) == [.unreadable])
        unlink(name)
    }

    @Test func `a project's own patterns count before ignore files, and can take back what those exclude`() throws {
        let tree = try TemporaryDirectory()
        try tree.write(".gitignore", "generated.py\n")
        try tree.write("generated.py", "")
        try tree.write("legacy/old.py", "")
        let excludes = IgnoreFile(lines: ["!generated.py", "/legacy/"], name: "paydown.toml")

        let listing = try ProjectWalker.list(WorkTree(tree.path), excludes: excludes)

        #expect(listing.files == ["generated.py"])
        #expect(listing.problems.map(\.message) == ["excluded by paydown.toml, line 2"])
    }

    @Test func `a project below its repository keeps to the ignore files above`() throws {
        let tree = try TemporaryDirectory()
        try tree.write(".gitignore", "skip.py\n/services/api/rooted.py\n")
        try tree.write("services/.gitignore", "!api/skip.py\n")
        for name in ["skip.py", "rooted.py", "x/skip.py", "x.py"] { try tree.write("services/api/" + name, "") }

        let listing = try ProjectWalker.list(WorkTree(tree.path), root: Array("services/api".utf8))

        #expect(listing.files == ["skip.py", "x.py"])
        #expect(listing.problems.map(\.path) == ["rooted.py", "x/skip.py"])
    }

    @Test func `a folder that cannot be read is a problem, and the rest is listed`() throws {
        let tree = FailingTree()

        let listing = try ProjectWalker.list(tree)

        #expect(listing.files == ["x.py"])
        #expect(listing.problems.map(\.path) == ["locked/"])
        #expect(listing.problems.map(\.message) == ["permission denied"])
    }
}

/// A tree with one folder that nobody may read; as root, no folder on disk is like that.
private struct FailingTree: FileTree {
    func contents(of folder: [UInt8]) throws(TreeError) -> FolderContents {
        guard folder.isEmpty else { throw TreeError(code: EACCES) }
        var contents = FolderContents()
        contents.add(Array("x.py".utf8), .file)
        contents.add(Array("locked".utf8), .folder)
        return contents
    }

    func smallFile(_ path: [UInt8]) -> [UInt8]? { nil }
}
