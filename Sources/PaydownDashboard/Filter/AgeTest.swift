/// `>30d`, `<2w`, `>=1m`, `1y`: how old a finding must be; a bare span means at least that.
package struct AgeTest: Equatable, Sendable {
    /// In days.
    private let range: ClosedRange<Int>

    private static let units: [Substring: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]

    /// Nil when it is none.
    init?(_ text: String) {
        var rest = text[...]
        var sign = ""
        while let first = rest.first, "<>=".contains(first) {
            sign.append(first)
            rest.removeFirst()
        }
        let unit = Self.units[rest.suffix(1)]
        if unit != nil { rest.removeLast() }
        guard let count = Int(rest), (0...100_000).contains(count) else { return nil }
        let days = count * (unit ?? 1)
        switch sign {
        case ">": range = days + 1...Int.max
        case "", ">=": range = days...Int.max
        case "<" where days > 0: range = 0...days - 1
        case "<=": range = 0...days
        case "=": range = days...days
        default: return nil
        }
    }

    /// - Parameter mayBeOlder: then only "at least so old" can be said of it.
    func holds(_ days: Int, mayBeOlder: Bool = false) -> Bool {
        range.contains(days) && (!mayBeOlder || range.upperBound == .max)
    }
}
