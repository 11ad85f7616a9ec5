import Foundation
import PaydownCore
import PaydownFormats
import Testing

@Suite struct SnapshotWriterTests {
    @Test(arguments: ["s.json", "s.json.gz"])
    func `a file is written, and nothing is left beside it`(name: String) throws {
        try TemporaryFolder.with { folder in
            try SnapshotWriter.write(SampleSnapshots.fullest, to: folder.file(name))

            #expect((try SnapshotReader().read(folder.file(name)) == SampleSnapshots.fullest) as Bool)
            #expect(try folder.names == [name])
        }
    }

    @Test(arguments: ["s.json", "s.json.gz"])
    func `the same snapshot is the same bytes`(name: String) throws {
        try TemporaryFolder.with { folder in
            try SnapshotWriter.write(SampleSnapshots.fullest, to: folder.file(name))
            let first = try folder.read(name)
            try SnapshotWriter.write(SampleSnapshots.fullest, to: folder.file(name))

            #expect(try folder.read(name) == first)
        }
    }

    @Test func `a packed file says neither when nor where it was made`() throws {
        let packed = try SnapshotWriter.compressedBytes(of: SampleSnapshots.fullest)

        // RFC 1952: no flags, time 0, no extra flags, system 255 for unknown.
        #expect(Array(packed.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
    }

    @Test func `other programs unpack what we pack`() throws {
        let packed = try SnapshotWriter.compressedBytes(of: SampleSnapshots.fullest)

        #expect(try Gzip.unpack(packed) == SnapshotWriter.bytes(of: SampleSnapshots.fullest))
    }

    @Test func `writing that fails leaves the old file as it was`() throws {
        try TemporaryFolder.with { folder in
            try SnapshotWriter.write(SampleSnapshots.fullest, to: folder.file("s.json"))
            let before = try folder.read("s.json")
            var broken = SampleSnapshots.fullest
            broken.header.metrics[0].value = .nan

            #expect(throws: SnapshotError.unwritableValue(key: "latency-p95.value", what: "nan")) {
                try SnapshotWriter.write(broken, to: folder.file("s.json"))
            }

            #expect(try folder.read("s.json") == before)
            #expect(try folder.names == ["s.json"])
        }
    }

    @Test func `properties that are no JSON object are refused before anything is replaced`() throws {
        var snapshot = SampleSnapshots.smallest
        snapshot.findings.append(Finding(rule: "r", path: "p", symbol: "s", properties: "{\"a\":}"))

        #expect(throws: SnapshotError.self) { try SnapshotWriter.bytes(of: snapshot) }
    }

    @Test func `properties deeper than can be read again are refused`() throws {
        let deep = "{\"a\":" + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}"
        var snapshot = SampleSnapshots.smallest
        snapshot.findings.append(Finding(rule: "r", path: "p", symbol: "s", properties: deep))

        #expect(throws: SnapshotError.self) { try SnapshotWriter.bytes(of: snapshot) }
    }

    @Test func `a folder that is not there is named`() {
        #expect(throws: SnapshotError.unwritable(file: "/no/such/s.json", reason: "no such file or directory")) {
            try SnapshotWriter.write(SampleSnapshots.smallest, to: "/no/such/s.json")
        }
    }

    @Test func `a folder is not replaced by a file`() throws {
        try TemporaryFolder.with { folder in
            #expect(throws: SnapshotError.isFolder(file: folder.path)) {
                try SnapshotWriter.write(SampleSnapshots.smallest, to: folder.path)
            }
        }
    }

    @Test func `a link is written through, and permissions stay`() throws {
        try TemporaryFolder.with { folder in
            let files = FileManager.default
            try folder.write("old", "real.json")
            try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file("real.json"))
            try files.createSymbolicLink(atPath: folder.file("link.json"), withDestinationPath: "real.json")

            try SnapshotWriter.write(SampleSnapshots.smallest, to: folder.file("link.json"))

            #expect(try files.destinationOfSymbolicLink(atPath: folder.file("link.json")) == "real.json")
            #expect(try SnapshotReader().read(folder.file("real.json")).header.project.name == "p")
            let permissions = try files.attributesOfItem(atPath: folder.file("real.json"))[.posixPermissions] as? Int
            #expect(permissions == 0o640)
        }
    }

    @Test func `a finding is one line, and numbers are as short as can be`() throws {
        var snapshot = SampleSnapshots.smallest
        snapshot.header.checks = [
            Check(id: "c", title: "C", measures: [0.1, 3, -2.5, 1e21].map { Measure(id: "m", value: $0) })
        ]
        snapshot.findings.append(Finding(rule: "r", path: "p", line: 3, symbol: "s"))

        let lines = String(decoding: try SnapshotWriter.bytes(of: snapshot), as: UTF8.self).split(separator: "\n")

        #expect(
            lines == [
                "{", #""format": "paydown-snapshot","#, #""version": 1,"#, #""project": {"name":"p"},"#,
                #""takenAt": "2025-09-14T15:49:15-07:00","#, #""checks": ["#,
                #"{"id":"c","title":"C","measures":[{"id":"m","value":0.1,"better":"lower"},"#
                    + #"{"id":"m","value":3,"better":"lower"},{"id":"m","value":-2.5,"better":"lower"},"#
                    + #"{"id":"m","value":1e+21,"better":"lower"}]}"#,
                "],", #""findings": ["#, #"{"rule":"r","path":"p","line":3,"symbol":"s"}"#, "]", "}",
            ])
    }

    @Test func `only what must be escaped is`() throws {
        var snapshot = SampleSnapshots.smallest
        snapshot.header.project.name = "é😀\u{2027}\u{2028}\u{2029}\u{202A}\u{0}\u{1F}\u{7F}\u{80}\"\\/\n"

        let text = String(decoding: try SnapshotWriter.bytes(of: snapshot), as: UTF8.self)

        #expect(text.contains(#""name":"é😀\#u{2027}\u2028\u2029\#u{202A}\u0000\u001f\u007f\#u{80}\"\\/\n""#))
    }
}
