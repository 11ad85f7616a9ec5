import PaydownScreen

/// The number by which ncurses knows a colour, on a terminal with a number of colours.
///
/// A theme comes resolved for the terminal's depth; what is deeper all the same is brought down to the
/// nearest colour there is, so that no theme is ever refused.
struct ColorNumber {
    let depth: ColorDepth
    /// Colours of the palette: 8, 16, 256.
    let paletteSize: Int

    /// -1 for the terminal's own default.
    func number(_ color: Color) -> Int32 {
        guard depth != .mono else { return -1 }
        switch color {
        case .terminalDefault:
            return -1
        case .indexed(let index):
            guard depth == .sixteen, index >= 16 else { return Int32(index) }
            return Int32(Self.nearest(Self.components(index), in: 0...15))
        case .rgb(let red, let green, let blue):
            if depth == .trueColor { return direct(red, green, blue) }
            // The first 16 are the user's own and can be any colour.
            let candidates: ClosedRange<UInt8> = depth == .indexed ? 16...255 : 0...15
            return Int32(Self.nearest((Int(red), Int(green), Int(blue)), in: candidates))
        }
    }

    /// Numbers below 256 are the palette's: a blue nearly black takes one step of green with it.
    private func direct(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int32 {
        let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
        return value < 256 ? value | 0x100 : value
    }

    private static func nearest(_ wanted: (Int, Int, Int), in candidates: ClosedRange<UInt8>) -> UInt8 {
        var best = candidates.lowerBound
        var least = Int.max
        for candidate in candidates {
            let there = components(candidate)
            let (red, green, blue) = (there.0 - wanted.0, there.1 - wanted.1, there.2 - wanted.2)
            let distance = red * red + green * green + blue * blue
            if distance < least { (best, least) = (candidate, distance) }
        }
        return best
    }

    /// Red, green and blue of a palette colour, 0...255, as xterm has them.
    private static func components(_ index: UInt8) -> (Int, Int, Int) {
        let index = Int(index)
        if index < 16 { return ansi[index] }
        if index >= 232 {
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
        let cube = index - 16
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    /// XTerm-col.ad.
    private static let ansi = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]
}
