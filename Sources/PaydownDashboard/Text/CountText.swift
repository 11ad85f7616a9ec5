import PaydownCore
import PaydownScreen

/// Numbers as the screen writes them.
package enum CountText {
    /// Thousands set apart by a space, as in `4 211`; fractions as `numberText` has them.
    package static func number(_ value: Double) -> String {
        let text = numberText(value)
        guard let point = text.firstIndex(of: ".") else { return grouped(text) }
        return grouped(String(text[..<point])) + text[point...]
    }

    package static func number(_ value: Int) -> String {
        grouped(String(value))
    }

    /// Writes a whole number from 0 on so that it ends before column `right`, without making a text of it; returns the
    /// cells it took.
    @discardableResult
    static func write(_ value: Int, endingAt right: Int, y: Int, ink: Ink, on buffer: inout Buffer) -> Int {
        var (rest, x, digits) = (value, right, 0)
        repeat {
            if digits > 0, digits % 3 == 0 {
                x -= 1
                buffer.put(" ", x: x, y: y, ink: ink)
            }
            x -= 1
            digits += 1
            buffer.put(Unicode.Scalar(UInt8(0x30 + rest % 10)), x: x, y: y, ink: ink)
            rest /= 10
        } while rest > 0
        return right - x
    }

    /// The cells that such a number takes.
    static func cells(_ value: Int) -> Int {
        var (rest, digits) = (value / 10, 1)
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        return digits + (digits - 1) / 3
    }

    /// `1 file`, `2 files`: a word whose plural ends in s.
    package static func counted(_ count: Int, _ word: String) -> String {
        "\(number(count)) \(word)" + (count == 1 ? "" : "s")
    }

    /// The unit of a check's measure as it stands after a number: `1 path`, `2 paths`, `1 class`.
    package static func unit(_ plural: String, after value: Double) -> String {
        guard value == 1, plural.utf8.count > 3, plural.hasSuffix("s") else { return plural }
        return String(plural.dropLast(plural.hasSuffix("sses") ? 2 : 1))
    }

    /// `▼ 6`, `▲ 2` or `=`: which way a number went; `!` before it when that is away from the target.
    package static func delta(_ delta: Double, better: Measure.Direction, _ glyphs: GlyphSet) -> String {
        if delta == 0 { return "=" }
        let arrow = String(Character(delta < 0 ? glyphs.down : glyphs.up))
        let isWorse = (delta < 0) != (better == .lower)
        return (isWorse ? "!" : "") + arrow + " " + number(abs(delta))
    }

    /// The ink of a movement: good towards the target, bad away from it.
    package static func ink(_ delta: Double, better: Measure.Direction) -> Ink {
        if delta == 0 { return .faint }
        return Ink((delta < 0) == (better == .lower) ? .good : .bad)
    }

    private static func grouped(_ digits: String) -> String {
        let isNegative = digits.first == "-"
        let plain = isNegative ? String(digits.dropFirst()) : digits
        guard plain.utf8.count > 3 else { return digits }
        var text = ""
        for (index, digit) in plain.enumerated() {
            if index > 0, (plain.utf8.count - index) % 3 == 0 { text.append(" ") }
            text.append(digit)
        }
        return (isNegative ? "-" : "") + text
    }
}
