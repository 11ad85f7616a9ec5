import Foundation
import PaydownRules
import PaydownTestSupport
import Testing

@testable import PaydownScan

struct BlobStoreTests {
    private let key: ScanCache.Key

    init() throws {
        key = ScanCache.Key(try ScanFixture.request("/"))
    }

    private func place(_ number: Int) throws -> BlobStore.Place {
        let digits = String(number, radix: 16)
        let name = String(repeating: "a", count: 40 - digits.count) + digits
        return BlobStore.Place(path: "app/\(number).py", object: try #require(ObjectID(name)))
    }

    private func file(_ number: Int) -> ScannedFile {
        var columns = ContributionColumns()
        columns.text = Array("text \(number)".utf8)
        columns.stringEnds = [UInt32(columns.text.count)]
        let contribution = FileContribution(path: "app/\(number).py", columns)
        return ScannedFile(.parsed, byteCount: number, contribution: contribution)
    }

    @Test func `what was appended is known by the next run`() throws {
        let path = try TemporaryDirectory()
        let name = path.path + "/blobs"
        do {
            let store = BlobStore(name, key: key)
            try store.append([(place(1), file(1)), (place(2), ScannedFile(.unreadable("gone")))])
            try store.append([(place(3), file(3))])
            #expect(store.note == nil)
        }

        let store = BlobStore(name, key: key)

        #expect(store.known.count == 2)
        #expect(try store.known[place(3)]?.contribution == file(3).contribution)
    }

    @Test func `a file cut off anywhere keeps what is whole, and goes on from there`() throws {
        let folder = try TemporaryDirectory()
        let name = folder.path + "/blobs"
        do {
            let store = BlobStore(name, key: key)
            for number in 1...3 { try store.append([(place(number), file(number))]) }
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: name))
        var counts: Set<Int> = []

        for length in 0..<whole.count {
            try whole.prefix(length).write(to: URL(fileURLWithPath: name))
            do {
                let store = BlobStore(name, key: key)
                counts.insert(store.known.count)
                try store.append([(place(9), file(9))])
            }
            let again = BlobStore(name, key: key)
            #expect(try again.known[place(9)]?.contribution == file(9).contribution)
        }

        #expect(counts == [0, 1, 2])
    }

    @Test func `a file that was closed can be written to while a copy of its descriptor is open`() throws {
        let folder = try TemporaryDirectory()
        let name = folder.path + "/blobs"
        var copy: Int32 = -1
        do {
            let store = BlobStore(name, key: key)
            try store.append([(place(1), file(1))])
            let links = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
            let held = links.first { link in
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + link)) == name
            }
            copy = dup(try #require(held.flatMap { Int32($0) }))
        }
        defer { close(copy) }
        try #require(copy >= 0)

        let next = BlobStore(name, key: key)
        try next.append([(place(2), file(2))])

        #expect(next.note == nil)
        #expect(BlobStore(name, key: key).known.count == 2)
    }

    @Test func `a byte that is another one is never believed`() throws {
        let folder = try TemporaryDirectory()
        let name = folder.path + "/blobs"
        try BlobStore(name, key: key).append([(place(1), file(1)), (place(2), file(2))])
        let whole = try Data(contentsOf: URL(fileURLWithPath: name))

        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 0x40
            try bytes.write(to: URL(fileURLWithPath: name))
            #expect(BlobStore(name, key: key).known.isEmpty)
        }
    }

    @Test func `other rules begin anew`() throws {
        let folder = try TemporaryDirectory()
        let name = folder.path + "/blobs"
        try BlobStore(name, key: key).append([(place(1), file(1))])
        var request = try ScanFixture.request("/")
        request.toolVersion = "2"

        #expect(BlobStore(name, key: ScanCache.Key(request)).known.isEmpty)
        #expect(BlobStore(name, key: key).known.isEmpty)
    }

    @Test func `two runs at once do not write into each other's parts, and the second says so`() throws {
        let folder = try TemporaryDirectory()
        let name = folder.path + "/blobs"
        let first = BlobStore(name, key: key)
        try first.append([(place(1), file(1))])

        let second = BlobStore(name, key: key)
        try second.append([(place(2), file(2))])

        #expect(second.known.count == 1)
        #expect(second.note?.contains("another run is writing to it") == true)
        #expect(first.note == nil)
    }

    @Test func `where nothing can be written a run says what that means`() {
        let store = BlobStore("/nowhere/at/all/blobs", key: key)

        #expect(store.known.isEmpty)
        #expect(store.note?.hasSuffix("what was scanned now will be scanned again") == true)
    }

    @Test(arguments: [
        "0123456789abcdef0123456789abcdef01234567",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    ])
    func `an object's name is the one it was made of`(name: String) {
        #expect(ObjectID(name).map { String(decoding: $0.name, as: UTF8.self) } == name)
    }

    @Test(arguments: ["", "0123", "0123456789abcdef0123456789abcdef0123456z"])
    func `what is no object's name is none`(name: String) {
        #expect(ObjectID(name) == nil)
    }
}
