/// Reads the rows of a table kept as text, `NUMBER[+COUNT]:NUMBER:…` with spaces or line ends between them, all numbers
/// hexadecimal.
///
/// A performance file: the first name beyond ASCII waits for thousands of rows, and splitting them as strings took seven
/// milliseconds.
struct HexadecimalRows {
    /// The numbers of the row at hand, without the count.
    private(set) var numbers: [UInt32] = []
    /// How many rows in a row the first number stands for.
    private(set) var count: UInt32 = 1
    private let text: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ text: StaticString) {
        self.text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Moves to the next row; false when there is none.
    mutating func next() -> Bool {
        while index < text.count, isSpace(text[index]) { index += 1 }
        guard index < text.count else { return false }
        numbers.removeAll(keepingCapacity: true)
        count = 1
        numbers.append(number())
        if index < text.count, text[index] == UInt8(ascii: "+") {
            index += 1
            count = number()
        }
        while index < text.count, text[index] == UInt8(ascii: ":") {
            index += 1
            numbers.append(number())
        }
        precondition(index == text.count || isSpace(text[index]), "a table of this program is no table")
        return true
    }

    private mutating func number() -> UInt32 {
        var number: UInt32 = 0
        while index < text.count, let digit = digit(text[index]) {
            number = number << 4 | digit
            index += 1
        }
        return number
    }

    private func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        default: nil
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
    }
}
