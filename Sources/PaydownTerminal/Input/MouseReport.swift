import PaydownScreen

/// A mouse report as a terminal sends it: button bits, and a cell counted from 1.
struct MouseReport {
    private let bits: Int
    private let column: Int
    private let row: Int
    private let isRelease: Bool

    /// The form SGR (mode 1006): `ESC [ < bits ; column ; row` and `M`, or `m` for a release.
    init?(parameters: some Collection<UInt8>, final: UInt8) {
        guard let numbers = KeySequences.numbers(Array(parameters)), numbers.count == 3,
            final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
        else { return nil }
        (bits, column, row) = (numbers[0], numbers[1], numbers[2])
        isRelease = final == UInt8(ascii: "m")
    }

    /// The old form: three bytes, each with 32 added; it does not say which button was let go.
    init?(old bytes: [UInt8]) {
        guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
        (bits, column, row) = (Int(bytes[0]) - 32, Int(bytes[1]) - 32, Int(bytes[2]) - 32)
        isRelease = bits & 0b11 == 3 && bits & 0b0110_0000 == 0
    }

    /// What it means to us: the left button and the wheel; nil for other buttons, wheels to the side and mere motion.
    var event: MouseEvent? {
        guard column >= 1, row >= 1, bits < 128 else { return nil }
        let place = Point(x: column - 1, y: row - 1)
        let button = bits & 0b11
        if bits & 64 != 0 {
            switch button {
            case 0: return MouseEvent(.wheelUp, at: place)
            case 1: return MouseEvent(.wheelDown, at: place)
            default: return nil
            }
        }
        if bits & 32 != 0 { return button == 0 ? MouseEvent(.drag, at: place) : nil }
        if isRelease { return button == 0 || button == 3 ? MouseEvent(.release, at: place) : nil }
        return button == 0 ? MouseEvent(.press, at: place) : nil
    }
}
