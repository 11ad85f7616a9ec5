import Glibc
import PaydownPython
import PaydownRules
import PaydownTestSupport
import Testing

@testable import PaydownScan

struct WorkTreeSupplyTests {
    @Test func `a file that vanished after it was listed is unreadable, and says so`() throws {
        let loaded = try load("gone.py", in: TemporaryDirectory())

        #expect(loaded == ScannedFile(.unreadable("it vanished during the scan; scan again")))
    }

    @Test func `a link that took a file's place is not followed`() throws {
        let tree = try TemporaryDirectory()
        symlink("/etc/passwd", tree.path + "/swapped.py")

        let loaded = try load("swapped.py", in: tree)

        #expect(loaded == ScannedFile(.unreadable("it became a symbolic link during the scan; scan again")))
    }

    @Test func `each file is handed out once, however many threads ask`() throws {
        let tree = try TemporaryDirectory()
        let lots = FileLots(of: 8)
        for number in 0..<37 { lots.add("\(number).py") }
        lots.close()
        var one = WorkTreeSupply(try WorkTree(tree.path), lots, version: .newest, known: nil)
        var other = WorkTreeSupply(try WorkTree(tree.path), lots, version: .newest, known: nil)

        var files: [ListedFile] = []
        while true {
            let (first, second) = (one.next(), other.next())
            if first == nil, second == nil { break }
            files += [first, second].compactMap(\.self)
        }

        #expect(files.sorted { $0.index < $1.index } == (0..<37).map { ListedFile(index: $0, path: "\($0).py") })
    }

    @Test func `a file whose times are the same is not even opened`() throws {
        let tree = try TemporaryDirectory()
        let path = try tree.write("a.py", "import a\n")
        var status = stat()
        lstat(path, &status)
        var before = ScannedFile(.parsed, byteCount: 9, contribution: FileContribution(path: "a.py"))
        before.mark = FileMark(status)
        before.origin = .unchanged
        let key = ScanCache.Key(try ScanFixture.request(tree.path))
        let cache = ScanCache([before], scanStart: .max, key: key)

        let recognition = FileRecognition(in: try WorkTree(tree.path), cache)
        recognition.ask("a.py")
        let recognised = recognition.finish()

        #expect(recognised.files == [before])
        #expect(recognised.wanted.isEmpty)
    }

    private func load(_ path: String, in tree: TemporaryDirectory) throws -> ScannedFile? {
        let lots = FileLots(of: 1, [ListedFile(index: 0, path: path)])
        var supply = WorkTreeSupply(try WorkTree(tree.path), lots, version: .newest, known: nil)
        var text = SourceText()
        guard let next = supply.next(), case .known(let file) = supply.load(next, into: &text) else { return nil }
        return file
    }
}
