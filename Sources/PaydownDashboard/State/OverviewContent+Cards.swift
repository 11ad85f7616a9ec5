import PaydownCore
import PaydownScreen

extension OverviewContent.Card {
    /// - Parameter rows: lines there is room for, the one for what is left out among them.
    init(_ check: Check, of model: Model, rows room: Int) {
        self.check = check.id
        key = model.screen(ofCheck: check.id)?.rawValue
        title = check.title
        rows = []
        remainder = ""
        target = ""
        isMet = false
        delta = ""
        deltaInk = .faint
        note = ""
        guard let header = model.header, let headline = check.measures.first else {
            value = ""
            return
        }
        value = Self.text(headline)
        let source = header.source(of: check)
        note = source == .measured ? "" : source.rawValue
        let reading = model.target(of: headline.id).flatMap { TargetReading($0, in: header) }
        if let reading {
            target = reading.target.shortText
            isMet = reading.isMet
            fraction = reading.progress
        } else if let population = headline.population, population > 0 {
            let share = headline.value / population
            fraction = headline.better == .higher ? share : 1 - share
        }
        if let change = model.delta(of: headline.id) {
            delta = CountText.delta(change, better: headline.better, model.glyphs)
            deltaInk = CountText.ink(change, better: headline.better)
        }
        guard room > 0 else { return }
        if !header.tests.isEmpty, !header.hasRules(check) {
            fillWithTests(header, before: model.baselineHeader, room: room, model.glyphs)
        } else if let rule = headline.rule.flatMap({ header.rule($0) }), Double(rule.count) != headline.value {
            fillWithSymbols(rule, headline, of: model, room: room)
        } else {
            fillWithRules(check, header, before: model.baselineHeader, room: room, model.glyphs)
        }
    }

    private static func text(_ measure: Measure) -> String {
        let value = CountText.number(measure.value)
        if measure.unit == "%" { return value + " %" }
        guard measure.better == .higher, let population = measure.population else { return value }
        return value + "/" + CountText.number(population)
    }

    /// Symbols of a rule that are put in the order of the list, where other rules may have findings of them too.
    private static let mostCompared = 100

    /// The different things that a headline such as "paths" counts, each with all its findings in the check.
    private mutating func fillWithSymbols(_ rule: Rule, _ headline: Measure, of model: Model, room: Int) {
        guard let shown = model.shown else {
            remainder = "findings are being read"
            return
        }
        let rules = shown.header.rules
        let id = check
        /// Of all rules of the check, as its list has them; nil where one of them has too many symbols to tell.
        func count(_ name: String, _ index: SnapshotIndex) -> Int? {
            var sum = 0
            for rule in rules where rule.check == id && rule.isListed {
                guard let count = index.count(of: name, rule: rule.id) else { return nil }
                sum += count
            }
            return sum
        }
        let total = shown.index.symbolTotals[rule.id] ?? 0
        let first = (shown.index.symbols[rule.id] ?? []).prefix(Self.mostCompared)
            .map { (name: $0.name, count: count($0.name, shown.index) ?? $0.count) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let taken = first.prefix(total > room ? room - 1 : room)
        let before = model.archive.loaded(model.baseline)?.index
        let names = NameShortening.distinct(taken.map(\.name))
        for (tally, name) in zip(taken, names) {
            var row = OverviewContent.Row(
                count: CountText.number(tally.count), countInk: .text, name: name, delta: "", deltaInk: .faint,
                destination: .group(check: check, grouping: .symbol, name: tally.name))
            if let known = before.flatMap({ count(tally.name, $0) }) {
                row.setDelta(Double(tally.count - known), better: .lower, model.glyphs)
            }
            rows.append(row)
        }
        if total == 0 {
            remainder = "no findings"
        } else if total > taken.count {
            let unit = headline.unit.isEmpty ? "" : " " + headline.unit
            remainder = CountText.number(total - taken.count) + (taken.isEmpty ? "" : " more") + unit
        }
    }

    /// The rules of the check, most findings first, those that are only counted last.
    private mutating func fillWithRules(
        _ check: Check, _ header: SnapshotHeader, before: SnapshotHeader?, room: Int, _ glyphs: GlyphSet
    ) {
        let all = header.rules.enumerated()
            .filter { $0.element.check == check.id }
            .sorted { left, right in
                if left.element.isListed != right.element.isListed { return left.element.isListed }
                return left.element.count != right.element.count
                    ? left.element.count > right.element.count : left.offset < right.offset
            }
            .map(\.element)
        let taken = all.prefix(all.count > room ? room - 1 : room)
        for rule in taken {
            var row = OverviewContent.Row(
                count: CountText.number(rule.count), countInk: rule.count == 0 ? .faint : .text,
                name: rule.title.isEmpty ? rule.id : rule.title, delta: "", deltaInk: .faint,
                destination: .group(check: check.id, grouping: .rule, name: rule.id))
            if let known = before?.rule(rule.id) {
                row.setDelta(Double(rule.count - known.count), better: .lower, glyphs)
            }
            rows.append(row)
        }
        if all.count > taken.count {
            remainder = CountText.number(all.count - taken.count) + (taken.isEmpty ? " rules" : " more rules")
        }
    }

    /// The tests that fail, then those that did not run; the others are a number.
    private mutating func fillWithTests(
        _ header: SnapshotHeader, before: SnapshotHeader?, room: Int, _ glyphs: GlyphSet
    ) {
        let failing = header.tests.filter { $0.status.isFailure }
        let idle = header.tests.filter { !$0.status.isFailure && !$0.status.isPass }
        let passed = header.tests.count - failing.count - idle.count
        let known = Dictionary((before?.tests ?? []).map { (GoldenState.TestID($0), $0.status) }) { first, _ in first }
        let all = failing + idle
        let taken = all.prefix(max(0, room - 1))
        for test in taken {
            let id = GoldenState.TestID(test)
            var row = OverviewContent.Row(
                count: String(Character(test.status.isFailure ? glyphs.fail : glyphs.circle)),
                countInk: Ink(test.status.isFailure ? .bad : .textMuted), name: NameShortening.test(test.name),
                delta: "",
                deltaInk: .faint, destination: .test(id))
            if before != nil {
                let wasFailing = known[id]?.isFailure ?? false
                row.delta = test.status.isFailure && !wasFailing ? "! new" : "="
                row.deltaInk = row.delta == "=" ? .faint : Ink(.bad)
            }
            rows.append(row)
        }
        var parts = [CountText.number(passed) + " pass"]
        if taken.isEmpty, !failing.isEmpty {
            parts.insert(CountText.number(failing.count) + " fail", at: 0)
        } else if all.count > taken.count {
            parts.insert(CountText.number(all.count - taken.count) + " more", at: 0)
        }
        let source = header.provenance.tests
        if source != .measured { parts.append(source.rawValue) }
        remainder = parts.joined(separator: " \(Character(glyphs.dot)) ")
    }
}

extension OverviewContent.Row {
    fileprivate mutating func setDelta(_ change: Double, better: Measure.Direction, _ glyphs: GlyphSet) {
        delta = CountText.delta(change, better: better, glyphs)
        deltaInk = CountText.ink(change, better: better)
    }
}
