import Glibc
import PaydownDashboard
import PaydownTestSupport
import Testing

@testable import PaydownCommands

/// Files that a snapshot names are read only where they may be, and only when they are text.
struct SourceReaderTests {
    private let folder: TemporaryDirectory
    private let reader: SourceReader

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("root/app/a.py", "one\ntwo\n")
        try folder.write("secret.txt", "secret")
        try folder.write("rootless/b.py", "outside")
        reader = SourceReader(roots: [folder.path + "/root"])
    }

    private func reason(_ path: String) -> String? {
        if case .missing(let reason) = reader.preview(path).content { reason } else { nil }
    }

    @Test func `a file in the root is read, line by line`() {
        let lines = SourceText(lines: ["one", "two"])
        #expect(reader.preview("app/a.py") == Preview(path: "app/a.py", content: .lines(lines)))
    }

    @Test(arguments: ["../secret.txt", "app/../../secret.txt", "..", "app/..", "/etc/passwd", ""])
    func `a path that leaves the root is not opened`(path: String) {
        #expect(reason(path) == "the path leaves the project, so it is not opened")
        #expect(reader.resolve(path) == nil)
    }

    @Test func `a link that leaves the root is not followed`() throws {
        #expect(symlink(folder.path + "/secret.txt", folder.path + "/root/link.py") == 0)
        #expect(symlink(folder.path, folder.path + "/root/up") == 0)
        #expect(symlink(folder.path + "/rootless", folder.path + "/root/beside") == 0)
        for path in ["link.py", "up/secret.txt", "beside/b.py"] {
            #expect(reader.resolve(path) == nil)
            #expect(reason(path) == "the source is not here; paydown browse --root DIR shows it")
        }
    }

    @Test func `a link within the root is followed`() {
        #expect(symlink("app/a.py", folder.path + "/root/same.py") == 0)
        #expect(reader.preview("same.py").content == .lines(SourceText(lines: ["one", "two"])))
    }

    @Test func `a root that is a link itself is a root`() {
        #expect(symlink(folder.path + "/root", folder.path + "/linked") == 0)
        let reader = SourceReader(roots: [folder.path + "/linked"])
        #expect(reader.preview("app/a.py").content == .lines(SourceText(lines: ["one", "two"])))
    }

    @Test func `the first root that has the file counts`() throws {
        try folder.write("second/app/a.py", "other\n")
        try folder.write("second/only.py", "here\n")
        let reader = SourceReader(roots: [folder.path + "/none", folder.path + "/root", folder.path + "/second"])
        #expect(reader.preview("app/a.py").content == .lines(SourceText(lines: ["one", "two"])))
        #expect(reader.preview("only.py").content == .lines(SourceText(lines: ["here"])))
    }

    @Test func `a pipe in a file's place does not hold anything up`() {
        #expect(mkfifo(folder.path + "/root/pipe.py", 0o644) == 0)
        #expect(reason("pipe.py") == "this is no regular file")
    }

    @Test func `a folder is no file`() {
        #expect(reason("app") == "this is no regular file")
    }

    @Test func `a file that may not be read says so`() throws {
        try folder.write("root/closed.py", "x")
        chmod(folder.path + "/root/closed.py", 0)
        // The superuser reads everything.
        if geteuid() != 0 { #expect(reason("closed.py") == "the source cannot be read: Permission denied") }
        chmod(folder.path + "/root/closed.py", 0o644)
        #expect(reason("closed.py") == nil)
    }

    @Test func `a file is read up to 10 MB and not beyond`() throws {
        let line = String(repeating: "x", count: 99) + "\n"
        try folder.write("root/limit.py", String(repeating: line, count: 100_000))
        try folder.write("root/large.py", String(repeating: line, count: 100_000) + "y")
        guard case .lines(let lines) = reader.preview("limit.py").content else {
            Issue.record("the file of exactly 10 MB was not read")
            return
        }
        #expect(lines.count == 100_000)
        #expect(reason("large.py") == "the file is larger than 10 MB")
    }

    @Test func `what holds null bytes is no text`() throws {
        try folder.write("root/binary.py", "a\u{0}b")
        #expect(reason("binary.py") == "this is no text: it holds null bytes")
    }
}
