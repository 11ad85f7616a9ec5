import PaydownCore
import PaydownDashboard
import PaydownTestSupport
import Testing

struct TrendTests {
    private func trend(_ headers: [SnapshotHeader], of measure: String? = "m") -> Trend {
        Trend(of: measure, in: ContentModel.model(headers).archive.timeline)
    }

    private func header(
        _ day: Int, _ value: Double, digest: String = "one", files: Int = 1000, lost: Int = 0
    )
        -> SnapshotHeader
    {
        ContentModel.header(
            day: day, measures: [Measure(id: "m", value: value)], digest: digest,
            coverage: Coverage(files: files, unparsed: lost))
    }

    @Test func `values are those of the headers, wherever a measure stands in them`() {
        var numbers = SeededRandom(seed: 1)
        let ids = ["a", "b", "c", "m"]
        let headers = (0..<200).map { day in
            let present = ids.filter { _ in Int.random(in: 0..<4, using: &numbers) > 0 }.shuffled(using: &numbers)
            return ContentModel.header(
                day: day,
                measures: present.map { Measure(id: $0, value: Double(Int.random(in: 0...999, using: &numbers))) })
        }
        for id in ids {
            #expect(trend(headers, of: id).points.map(\.value) == headers.compactMap { $0.measure(id)?.value })
        }
    }

    @Test func `the total counts what is listed`() {
        let rules = [
            Rule(id: "a", check: "imports", count: 3), Rule(id: "b", check: "imports", count: 4),
            Rule(id: "noisy", check: "imports", count: 9000, isListed: false),
        ]
        #expect(trend([ContentModel.header(day: 0, rules: rules)], of: nil).last?.value == 7)
    }

    @Test func `other rules interrupt a trend, and its direction counts from there`() {
        let trend = trend([header(0, 100), header(1, 90), header(2, 10, digest: "two"), header(3, 20, digest: "two")])
        #expect(trend.points.map(\.interruption) == [nil, nil, "rules changed", nil])
        #expect(trend.begin?.value == 10)
        #expect(trend.direction == "growing")
        #expect(trend.isWorsening)
    }

    @Test func `a rule defined anew interrupts the measures that count it, and the total, and no other`() {
        func header(_ day: Int, digest: String, _ rules: [Rule]) -> SnapshotHeader {
            ContentModel.header(
                day: day,
                measures: [
                    Measure(id: "m", value: 5, rule: "a"), Measure(id: "n", value: 5, rule: "b"),
                    Measure(id: "whole", value: 5),
                ], rules: rules, digest: digest)
        }
        let (a, b) = (Rule(id: "a", check: "imports", digest: "1"), Rule(id: "b", check: "imports", digest: "1"))
        var anew = b
        anew.digest = "2"
        let headers = [header(0, digest: "one", [a, b]), header(1, digest: "two", [a, anew])]

        func breaks(_ measure: String?) -> [String?] { trend(headers, of: measure).points.map(\.interruption) }
        #expect(breaks("m") == [nil, nil])
        #expect(breaks("n") == [nil, "rules changed"])
        #expect(breaks("whole") == [nil, "rules changed"])
        #expect(breaks(nil) == [nil, "rules changed"])
    }

    @Test func `a rule more interrupts the total, and no measure that was there before`() {
        let (a, b) = (Rule(id: "a", check: "imports", digest: "1"), Rule(id: "b", check: "imports", digest: "1"))
        let measures = [Measure(id: "m", value: 5, rule: "a")]
        let headers = [
            ContentModel.header(day: 0, measures: measures, rules: [a], digest: "one"),
            ContentModel.header(day: 1, measures: measures, rules: [a, b], digest: "two"),
        ]

        #expect(trend(headers, of: "m").points.map(\.interruption) == [nil, nil])
        #expect(trend(headers, of: nil).points.map(\.interruption) == [nil, "rules changed"])
    }

    @Test func `half a per cent of the files more that cannot be read interrupts a trend, less does not`() {
        let trend = trend([header(0, 5), header(1, 5, lost: 4), header(2, 5, lost: 20)])
        #expect(trend.points.map(\.interruption) == [nil, nil, "coverage changed"])
    }

    @Test func `growing is worse only where lower is better`() {
        let archive = ContentModel.model([header(0, 1), header(1, 2)]).archive
        #expect(Trend(of: "m", in: archive.timeline, better: .lower).isWorsening)
        #expect(!Trend(of: "m", in: archive.timeline, better: .higher).isWorsening)
    }

    @Test func `samples keep the first and the last value and the order`() {
        let values = (0..<100).map { Double($0) }
        let trend = trend(values.enumerated().map { header($0.offset, $0.element) })
        for count in 1...120 {
            let samples = trend.samples(count)
            #expect(samples.count == min(count, 100))
            #expect(samples.last == 99)
            #expect(count == 1 || samples.first == 0)
            #expect(samples == samples.sorted())
        }
    }

    @Test func `a fall with more files unparsed is warned of`() {
        let before = header(0, 100, lost: 2)
        #expect(CoverageNote.warnings(from: before, to: header(1, 50, lost: 3)).isEmpty)
        let warnings = CoverageNote.warnings(from: before, to: header(1, 50, lost: 12))
        #expect(warnings == ["10 more files unparsed than at the baseline: a fall is not progress."])
    }

    @Test func `other rules and little coverage are warned of`() {
        let warnings = CoverageNote.warnings(from: header(0, 5), to: header(1, 5, digest: "two", lost: 30))
        #expect(warnings.contains { $0.contains("Rules changed") })
        #expect(warnings.contains { $0.contains("97 % of the files") })
    }
}
