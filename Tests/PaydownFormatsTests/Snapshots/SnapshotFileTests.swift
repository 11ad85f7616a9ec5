import Foundation
import PaydownCore
import PaydownFormats
import Testing

@Suite struct SnapshotFileTests {
    @Test func `a file that is not there is named, with a way out`() {
        #expect(
            message(reading: "/no/such.json")
                == "/no/such.json: no such file or folder; check the path, or make a snapshot with 'paydown scan -o FILE'"
        )
    }

    @Test func `a folder is no snapshot file`() throws {
        try TemporaryFolder.with { folder in
            #expect(
                message(reading: folder.path)
                    == "\(folder.path): is a folder where a snapshot file is expected; name a .json or .json.gz file in it"
            )
        }
    }

    @Test func `a device is no snapshot file`() {
        #expect(
            message(reading: "/dev/null") == "/dev/null: is neither a file nor a folder; name a .json or .json.gz file")
    }

    /// Whoever runs the tests may be allowed everything, so the system's answer is given by hand.
    @Test(arguments: [EACCES, EPERM])
    func `a missing permission is told, with a way out`(code: Int32) {
        #expect(
            SystemError(code: code).reading("f.json").description
                == "f.json: no permission to read it; allow it with 'chmod u+r' or run as its owner")
    }

    @Test func `what the disk says is told`() {
        #expect(
            SystemError(code: EIO).reading("f.json").description
                == "f.json: cannot be read: input/output error; check the disk and try again")
    }

    @Test func `progress goes up to the size of the file`() throws {
        try TemporaryFolder.with { folder in
            var snapshot = SampleSnapshots.smallest
            for number in 0..<9000 { snapshot.findings.append(Finding(rule: "r", path: "\(number)", symbol: "s")) }
            try SnapshotWriter.write(snapshot, to: folder.file("s.json"))
            let size = try folder.read("s.json").count
            var seen: [Int] = []

            _ = try SnapshotReader(progress: { bytes, total in
                #expect(total == size)
                seen.append(bytes)
            }).read(folder.file("s.json"))

            #expect(seen.last == size)
            #expect(seen == seen.sorted())
            #expect(seen.count > 3)
        }
    }

    @Test func `reading can be cancelled between chunks`() throws {
        try TemporaryFolder.with { folder in
            try SnapshotWriter.write(SampleSnapshots.fullest, to: folder.file("s.json"))
            var asked = 0

            #expect(throws: SnapshotError.cancelled(file: folder.file("s.json"))) {
                try SnapshotReader(isCancelled: {
                    asked += 1
                    return asked > 1
                }).read(folder.file("s.json"))
            }
        }
    }

    private func message(reading path: String) -> String? {
        do throws(SnapshotError) {
            _ = try SnapshotReader().read(path)
            return nil
        } catch {
            return error.description
        }
    }
}
