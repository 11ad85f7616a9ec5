import Glibc
import PaydownTestSupport
import Testing

@testable import PaydownScan

struct NearFolderTests {
    @Test func `files are found whatever folder the one before was in`() throws {
        let tree = try TemporaryDirectory()
        let paths = ["a.py", "p/b.py", "p/c.py", "p/d.py", "p/q/e.py", "p/q/f.py", "p/g.py", "pq/h.py", "i.py"]
        for (size, path) in paths.enumerated() {
            try tree.write(path, String(repeating: "#", count: size))
        }
        var folder = NearFolder(try WorkTree(tree.path))

        for order in [paths, paths.reversed(), paths + paths] {
            #expect(order.map { Int(folder.mark($0)?.size ?? -1) } == order.map { paths.firstIndex(of: $0) ?? -2 })
        }
    }

    @Test func `a folder that is gone has no files any more, and says why`() throws {
        let tree = try TemporaryDirectory()
        for name in ["p/a.py", "p/b.py", "p/c.py"] { try tree.write(name, "") }
        var folder = NearFolder(try WorkTree(tree.path))
        #expect(folder.mark("p/a.py") != nil)
        for name in ["p/a.py", "p/b.py", "p/c.py", "p"] { _ = remove(tree.path + "/" + name) }

        for name in ["p/b.py", "p/c.py"] {
            #expect(folder.mark(name) == nil)
            #expect(errno == ENOENT)
        }
    }

    @Test func `a link that took a file's place is not opened`() throws {
        let tree = try TemporaryDirectory()
        for name in ["p/a.py", "p/b.py"] { try tree.write(name, "") }
        symlink("/etc/passwd", tree.path + "/p/c.py")
        var folder = NearFolder(try WorkTree(tree.path))

        for name in ["p/a.py", "p/b.py"] { close(folder.open(name)) }

        #expect(folder.open("p/c.py") == -1)
        #expect(errno == ELOOP)
    }
}
