import PaydownTestSupport
import Testing

@testable import PaydownScan

@Suite("A folder's entries")
struct FolderContentsTests {
    @Test("are in the order of their whole paths: a folder counts with the slash behind it")
    func order() {
        var random = SeededRandom(seed: 3)
        // Bytes around the slash, those that letters have, and the highest ones.
        let bytes: [UInt8] = [0x01, 0x2D, 0x2E, 0x30, 0x61, 0x62, 0x7F, 0x80, 0xC3, 0xFF]
        for _ in 0..<300 {
            var names: [[UInt8]: TreeEntry.Kind] = [:]
            for _ in 0..<random.below(40) {
                var name = [UInt8](repeating: 0x61, count: random.below(2) * random.below(10))
                for _ in 0..<(1 + random.below(4)) { name.append(bytes[random.below(bytes.count)]) }
                names[name] = random.below(3) == 0 ? .folder : .file
            }
            var contents = FolderContents()
            for (name, kind) in names { contents.append(name, kind) }
            contents.sort()

            let found = contents.entries.map { Array(contents.name($0)) + ($0.kind == .folder ? [0x2F] : []) }
            let expected = names.map { $0.key + ($0.value == .folder ? [0x2F] : []) }
                .sorted { $0.lexicographicallyPrecedes($1) }
            #expect(found == expected)
        }
    }

    @Test("that are no concern of a scan are left out")
    func concern() {
        var contents = FolderContents()
        for name in ["a.py", "b.pyw", "c.pyi", "d.ipynb", "e.txt", ".py", "py", "f.pyc"] {
            contents.add(Array(name.utf8), .file)
            contents.add(Array("folder \(name)".utf8), .folder)
        }
        contents.sort()
        #expect(
            contents.entries.filter { $0.kind == .file }.map { String(decoding: contents.name($0), as: UTF8.self) }
                == [".py", "a.py", "b.pyw", "c.pyi", "d.ipynb"])
        #expect(contents.entries.count { $0.kind == .folder } == 8)
    }
}
