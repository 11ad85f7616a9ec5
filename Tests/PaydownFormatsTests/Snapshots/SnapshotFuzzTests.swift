import Foundation
import PaydownCore
import PaydownFormats
import PaydownTestSupport
import Testing

/// Random damage to the seeds in `SampleData/fuzz/snapshot`: the reader must not trip, whatever it is given.
@Suite struct SnapshotFuzzTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../SampleData/fuzz/snapshot"
    ).standardized

    private static let seeds: [String: [UInt8]] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let pairs = names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".gz") }.map { name in
            (name, (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init) ?? [])
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    @Test func `there are seeds, good ones and bad ones`() {
        let verdicts = Self.seeds.mapValues { readingError($0) == nil }

        #expect(verdicts.values.filter { $0 }.count >= 10)
        #expect(verdicts.values.filter { !$0 }.count >= 6)
    }

    @Test(arguments: seeds.keys.sorted())
    func `damage does not trip the reader, and chunks make no difference`(name: String) throws {
        var random = SeededRandom(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) } & 0xFFFF))
        let seed = Self.seeds[name] ?? []
        for _ in 0..<150 {
            let bytes = Self.damaged(seed, &random)

            let whole = SnapshotReader().salvage(bytes: bytes)

            let sizes = (0..<64).map { _ in 1 + random.below(9) }
            #expect(readingError(bytes, chunkSizes: sizes) == whole.error)
            if whole.error == nil, let snapshot = whole.snapshot {
                let written = try SnapshotWriter.bytes(of: snapshot)
                #expect((try SnapshotReader().read(bytes: written) == snapshot) as Bool)
                #expect(try SnapshotWriter.bytes(of: SnapshotReader().read(bytes: written)) == written)
            }
        }
    }

    private static func damaged(_ seed: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = seed
        for _ in 0..<(1 + random.below(4)) where !bytes.isEmpty {
            let index = random.below(bytes.count)
            let end = min(bytes.count, index + 1 + random.below(12))
            switch random.below(6) {
            case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes[index] ^= 1 << UInt8(random.below(8))
            case 2: bytes.removeSubrange(index..<end)
            case 3: bytes.insert(contentsOf: bytes[index..<end], at: random.below(bytes.count))
            case 4: bytes.insert(random.pick(Array("\"\\[]{},:0-.eE\u{0}\n ".utf8)), at: index)
            default: bytes.removeSubrange(index...)
            }
        }
        return bytes
    }
}
