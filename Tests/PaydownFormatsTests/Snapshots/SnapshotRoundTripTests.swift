import PaydownCore
import PaydownFormats
import Testing

@Suite struct SnapshotRoundTripTests {
    @Test(arguments: SampleSnapshots.allCases)
    func `what is written reads back as the same snapshot`(sample: SampleSnapshots) throws {
        let bytes = try SnapshotWriter.bytes(of: sample.snapshot)

        let read = try SnapshotReader().read(bytes: bytes)

        #expect(read.header == sample.snapshot.header)
        #expect((read.findings == sample.snapshot.findings) as Bool)
    }

    @Test func `every column of a row comes back`() throws {
        let bytes = try SnapshotWriter.bytes(of: SampleSnapshots.fullest)

        let table = try SnapshotReader().read(bytes: bytes).findings

        #expect((0..<table.count).map { table[$0] } == SampleSnapshots.findings)
    }

    @Test(arguments: SampleSnapshots.allCases)
    func `packed or plain makes no difference`(sample: SampleSnapshots) throws {
        let packed = try SnapshotWriter.compressedBytes(of: sample.snapshot)

        #expect((try SnapshotReader().read(bytes: packed) == sample.snapshot) as Bool)
    }

    @Test(arguments: SampleSnapshots.allCases)
    func `writing what was read gives the same bytes`(sample: SampleSnapshots) throws {
        let bytes = try SnapshotWriter.bytes(of: sample.snapshot)

        #expect(try SnapshotWriter.bytes(of: SnapshotReader().read(bytes: bytes)) == bytes)
    }
}
