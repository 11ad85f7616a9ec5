import PaydownScreen

/// The number by which ncurses knows a colour, on a terminal of a depth.
///
/// A theme comes resolved for the terminal's depth; what is deeper all the same is brought down to what
/// there is, so that no theme is ever refused.
struct ColorNumber {
    let depth: ColorDepth

    /// -1 for the terminal's own default.
    func number(_ color: Color) -> Int32 {
        switch reduced(color) {
        case .terminalDefault:
            -1
        case .indexed(let index):
            Int32(index)
        case .rgb(let red, let green, let blue):
            direct(red, green, blue)
        }
    }

    private func reduced(_ color: Color) -> Color {
        switch depth {
        case .mono: .terminalDefault
        case .eight: color.sixteenByHue.withoutBright
        case .sixteen: color.sixteenByHue
        case .indexed: color.quantised
        case .trueColor: color
        }
    }

    /// Numbers below 256 are the palette's: a blue nearly black takes one step of green with it.
    private func direct(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int32 {
        let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
        return value < 256 ? value | 0x100 : value
    }
}
