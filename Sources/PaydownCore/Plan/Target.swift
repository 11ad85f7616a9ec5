/// What a measure should reach: `<= 1`, `< 10`, `= 0`, `>= 95 %`.
package struct Target: Hashable, Sendable {
    package enum Comparison: String, CaseIterable, Sendable {
        case atMost = "<="
        case below = "<"
        case atLeast = ">="
        case above = ">"
        case equal = "="
    }

    package var comparison: Comparison
    package var value: Double
    /// Whether the value is a share of the measure's population, in per cent.
    package var isPercent: Bool

    package init(_ comparison: Comparison, _ value: Double, isPercent: Bool = false) {
        self.comparison = comparison
        self.value = value
        self.isPercent = isPercent
    }

    /// Reads `<= 1`, `>= 95 %`; a bare number means `=`. Nil for anything else.
    package init?(_ text: String) {
        var rest = text[...]
        func dropSpaces() { rest = rest.drop { $0 == " " } }
        dropSpaces()
        var comparison = Comparison.equal
        for candidate in [Comparison.atMost, .atLeast, .below, .above, .equal]
        where rest.hasPrefix(candidate.rawValue) {
            comparison = candidate
            rest = rest.dropFirst(candidate.rawValue.count)
            break
        }
        dropSpaces()
        while rest.last == " " { rest.removeLast() }
        let isPercent = rest.last == "%"
        if isPercent {
            rest.removeLast()
            while rest.last == " " { rest.removeLast() }
        }
        guard let value = Double(rest), value.isFinite else { return nil }
        self.init(comparison, value, isPercent: isPercent)
    }

    package func isMet(by value: Double) -> Bool {
        switch comparison {
        case .atMost: value <= self.value
        case .below: value < self.value
        case .atLeast: value >= self.value
        case .above: value > self.value
        case .equal: value == self.value
        }
    }

    /// How far a measure has come from `baseline` to the target, 0...1; 1 when met.
    package func progress(from baseline: Double, at value: Double) -> Double {
        if isMet(by: value) { return 1 }
        let way = abs(baseline - self.value)
        guard way > 0 else { return 0 }
        let covered = baseline > self.value ? baseline - value : value - baseline
        return min(max(covered / way, 0), 1)
    }

    /// How it is written in a project file: `<= 1`.
    package var text: String {
        comparison.rawValue + " " + numberText(value) + (isPercent ? " %" : "")
    }

    /// How it stands behind an arrow: `1`, `<10`, `95 %`. At most and at least are what an arrow means already.
    package var shortText: String {
        let number = numberText(value) + (isPercent ? " %" : "")
        switch comparison {
        case .atMost, .equal, .atLeast: return number
        case .below: return "<" + number
        case .above: return ">" + number
        }
    }
}

/// A number as people write it: no fraction when it is whole, at most three digits of one when it is not.
package func numberText(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let scaled = (value * 1000).rounded() / 1000
    guard abs(scaled) < 1e12 else { return String(scaled) }
    if scaled == scaled.rounded() { return String(Int(scaled)) }
    let negative = scaled < 0
    let thousandths = Int((abs(scaled) * 1000).rounded())
    var fraction = padded(thousandths % 1000, 3)
    while fraction.last == "0" { fraction.removeLast() }
    return (negative ? "-" : "") + String(thousandths / 1000) + "." + fraction
}
