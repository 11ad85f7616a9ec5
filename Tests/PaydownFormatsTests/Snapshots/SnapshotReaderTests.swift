import Foundation
import PaydownCore
import PaydownFormats
import PaydownTestSupport
import Testing

@Suite struct SnapshotReaderTests {
    @Test func `a file cut into two chunks anywhere is the same snapshot`() throws {
        let bytes = try SnapshotWriter.bytes(of: SampleSnapshots.fullest)

        for split in 1..<bytes.count {
            let read = try SnapshotReader().read(bytes: bytes, chunkSizes: [split, .max])
            #expect((read == SampleSnapshots.fullest) as Bool, "split at \(split)")
        }
    }

    @Test(arguments: 0..<30)
    func `random chunks are the same snapshot, plain and packed`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let sizes = (0..<2000).map { _ in 1 + random.below(40) }
        let snapshot = SampleSnapshots.fullest

        #expect(
            (try SnapshotReader().read(bytes: SnapshotWriter.bytes(of: snapshot), chunkSizes: sizes) == snapshot)
                as Bool)
        #expect(
            (try SnapshotReader().read(bytes: SnapshotWriter.compressedBytes(of: snapshot), chunkSizes: sizes)
                == snapshot) as Bool)
    }

    @Test(arguments: ["indent=4", "indent='\\t'", "separators=(',', ':')", "ensure_ascii=True", "sort_keys=True"])
    func `what Python's json writes of it is the same snapshot`(style: String) throws {
        try TemporaryFolder.with { folder in
            try folder.write(SnapshotWriter.bytes(of: SampleSnapshots.fullest), "in.json")
            let script = """
                import json, sys
                with open(sys.argv[1], encoding="utf-8") as file: value = json.load(file)
                with open(sys.argv[2], "w", encoding="utf-8") as file: json.dump(value, file, \(style))
                """
            _ = try Python.run(script, [folder.file("in.json"), folder.file("out.json")])

            let read = try SnapshotReader().read(folder.file("out.json"))

            // Sorting keys sorts those of the properties, too, which are kept as text.
            if style != "sort_keys=True" {
                #expect(read.findings[0].properties == #"{"owner":"ops","depth":[1,2.5,{"x":null}],"ok":true}"#)
            }
            #expect(read.header == SampleSnapshots.fullest.header)
            #expect(read.findings.count == SampleSnapshots.findings.count)
            #expect(read.findings[1] == SampleSnapshots.findings[1])
            #expect(read.findings[3] == SampleSnapshots.findings[3])
        }
    }

    @Test func `unknown keys are ignored wherever they stand`() throws {
        let text = snapshotText(
            """
            "x":{"y":[1,{"z":"\\u00e9"}]},"checks":[{"id":"c","title":"C","new":[[]],"measures":[{"id":"m","value":1,"n":0}]}],
            "findings":[{"rule":"r","later":{"a":[1]},"path":"p","symbol":"s","severity":"error"}],"after":null
            """)

        let read = try SnapshotReader().read(bytes: text)

        #expect(read.header.checks == [Check(id: "c", title: "C", measures: [Measure(id: "m", value: 1)])])
        #expect(read.findings[0] == Finding(rule: "r", path: "p", symbol: "s"))
    }

    @Test func `missing optional parts are empty parts`() throws {
        let read = try SnapshotReader().read(bytes: snapshotText("\"x\":0"))

        #expect(read.header.checks.isEmpty && read.header.rules.isEmpty && read.header.plan.phases.isEmpty)
        #expect(read.header.revision == nil)
        #expect(read.header.provenance == .measured)
        #expect(read.findings.isEmpty)
    }

    @Test func `findings may come first`() throws {
        let text =
            #"{"findings":[{"rule":"r","path":"p","symbol":"s","line":7}],"takenAt":"2025-01-01T00:00:00Z","#
            + #""project":{"name":"p"},"version":1,"format":"paydown-snapshot"}"#

        #expect(try SnapshotReader().read(bytes: Array(text.utf8)).findings.line == [7])
        #expect(try SnapshotReader().readHeader(bytes: Array(text.utf8)).isComplete)
    }

    @Test func `a whole number may be written as a decimal`() throws {
        let read = try SnapshotReader().read(
            bytes: snapshotText(#""findings":[{"rule":"r","path":"p","symbol":"s","line":12.0,"column":1e1}]"#))

        #expect(read.findings.line == [12])
        #expect(read.findings.column == [10])
    }

    @Test func `keys may be written with escapes`() throws {
        let read = try SnapshotReader().read(
            bytes: snapshotText(#""findings":[{"r\u0075le":"r","p\u0061th":"p","fingerprin\u0074":"f","symbol":"s"}]"#))

        #expect(read.findings[0] == Finding(rule: "r", path: "p", symbol: "s", fingerprint: "f"))
    }

    @Test func `keys that only begin like known ones are unknown`() throws {
        let read = try SnapshotReader().read(
            bytes: snapshotText(
                #""findings":[{"rule":"r","path":"p","symbol":"s","fingerprints":1,"statements":2,"endColumns":3,"lines":4}]"#
            ))

        #expect(read.findings[0] == Finding(rule: "r", path: "p", symbol: "s"))
    }

    @Test func `a byte order mark is passed over`() throws {
        let text = [0xEF, 0xBB, 0xBF] + snapshotText("\"x\":0")

        #expect(try SnapshotReader().read(bytes: text).header.project.name == "p")
        #expect(readingError([0xEF, 0xBB, 0xBF] + Array("[".utf8))?.place?.column == 2)
    }

    @Test func `a gzip file of several members is read as one`() throws {
        let bytes = try SnapshotWriter.bytes(of: SampleSnapshots.fullest)
        let parts = try [bytes.prefix(100), bytes.dropFirst(100)].map { try Gzip.pack(Array($0)) }

        #expect((try SnapshotReader().read(bytes: parts[0] + parts[1]) == SampleSnapshots.fullest) as Bool)
    }

    @Test func `every way to cut a packed snapshot short is noticed`() throws {
        let packed = try SnapshotWriter.compressedBytes(of: SampleSnapshots.smallest)

        for count in 1..<packed.count {
            #expect(readingError(Array(packed.prefix(count))) != nil, "\(count) bytes")
        }
    }

    @Test func `every way to cut a snapshot short is noticed`() throws {
        let bytes = try SnapshotWriter.bytes(of: SampleSnapshots.fullest)

        // The last byte is a line break behind the end.
        for count in 0..<(bytes.count - 1) {
            #expect(readingError(Array(bytes.prefix(count))) != nil, "\(count) bytes")
        }
    }

    @Test func `a header is read without the findings`() throws {
        var bytes = try SnapshotWriter.bytes(of: SampleSnapshots.fullest)
        // Whatever is broken in the findings is not looked at.
        bytes.replaceSubrange(bytes.count - 20..<bytes.count, with: Array("broken".utf8))

        let heading = try SnapshotReader().readHeader(bytes: bytes)

        #expect(heading.header == SampleSnapshots.fullest.header)
        #expect(!heading.isComplete)
    }

    @Test func `a cut file keeps what came before`() throws {
        let bytes = try SnapshotWriter.bytes(of: SampleSnapshots.fullest)
        let lastLine = try #require(bytes.dropLast(5).lastIndex(of: 0x0A))

        let salvaged = SnapshotReader().salvage(bytes: Array(bytes.prefix(lastLine + 30)))

        #expect(salvaged.snapshot?.header == SampleSnapshots.fullest.header)
        #expect(salvaged.snapshot?.findings.count == SampleSnapshots.findings.count - 1)
        #expect(salvaged.snapshot?.findings[0] == SampleSnapshots.findings[0])
        #expect(
            salvaged.error?.place?.line == String(decoding: bytes.prefix(lastLine), as: UTF8.self).split(
                separator: "\n"
            ).count + 1)
    }

    @Test func `without a header there is nothing to keep`() {
        let salvaged = SnapshotReader().salvage(bytes: Array(#"{"format":"paydown-snapshot","version":1,"#.utf8))

        #expect(salvaged.snapshot == nil)
        #expect(salvaged.error != nil)
    }

    @Test func `what is whole is kept whole`() throws {
        let bytes = try SnapshotWriter.bytes(of: SampleSnapshots.fullest)

        let salvaged = SnapshotReader().salvage(bytes: bytes)

        #expect(salvaged.error == nil)
        #expect((salvaged.snapshot == SampleSnapshots.fullest) as Bool)
    }

    @Test func `properties are kept as compact text`() throws {
        let read = try SnapshotReader().read(
            bytes: snapshotText(
                #""findings":[{"rule":"r","path":"p","symbol":"s","properties":{ "a" : [ 1 , 2.50 ] , "members" : [ "m" ] , "b" : "\u00e9\/" }}]"#
            ))

        #expect(read.findings[0].properties == #"{"a":[1,2.50],"b":"é/"}"#)
        #expect(read.findings[0].members == ["m"])
    }

    @Test func `a string longer than any chunk is read`() throws {
        let long = String(repeating: "0123456789é", count: 60_000)

        let read = try SnapshotReader().read(
            bytes: snapshotText(#""tests":[{"name":"t","status":"failed","details":"\#(long)"}]"#))

        #expect(read.header.tests.first?.details == long)
    }

    @Test func `a string longer than what is sensible is refused`() {
        let long = [UInt8](repeating: 0x61, count: 17 << 20)

        let error = readingError(snapshotText("\"x\":\"").dropLast() + long + Array("\"}".utf8))

        #expect(
            error
                == .tooLong(
                    SnapshotPlace(file: "snapshot", line: 2, column: 5), what: "a string or number", limit: 16 << 20))
    }

    @Test func `many findings come back in order`() throws {
        var snapshot = SampleSnapshots.smallest
        for number in 0..<5000 {
            snapshot.findings.append(
                Finding(
                    rule: "r\(number % 7)", path: "p\(number / 9).py", line: number, symbol: "s",
                    fingerprint: "\(number)é",
                    context: number % 2 == 0
                        ? ["\(number % 5)", "", "b", "\(number % 3)"]
                        : ["0af91b2e", "", "0000000\(number % 10)", "0000000f"]))
        }

        let read = try SnapshotReader().read(bytes: SnapshotWriter.bytes(of: snapshot), chunkSizes: [1000])

        #expect((read == snapshot) as Bool)
        #expect(read.findings[4321] == snapshot.findings[4321])
    }

    @Test func `hashes of lines in their usual form take no strings`() throws {
        var snapshot = SampleSnapshots.smallest
        for number in 0..<100 {
            let digits = String(0x1000_0000 + number, radix: 16)
            let finding = Finding(rule: "r", path: "p", symbol: "s", context: [digits, "", digits, digits])
            snapshot.findings.append(finding)
        }

        let read = try SnapshotReader().read(bytes: SnapshotWriter.bytes(of: snapshot)).findings

        // Nothing, the rule, the path, the symbol.
        #expect(read.strings.count == 4)
        #expect(read.count == 100)
        #expect(read[99].context == ["10000063", "", "10000063", "10000063"])
    }
}
