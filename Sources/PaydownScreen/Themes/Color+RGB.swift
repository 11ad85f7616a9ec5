extension Color {
    /// The colour's red, green and blue, 0...255; nil where the user's terminal decides: the default and the first
    /// sixteen.
    ///
    /// 16...231 is xterm's cube with the levels 0, 95, 135, 175, 215, 255; 232...255 its greys 8, 18 ... 238.
    package var components: (red: UInt8, green: UInt8, blue: UInt8)? {
        switch self {
        case .terminalDefault: return nil
        case .rgb(let red, let green, let blue): return (red, green, blue)
        case .indexed(let index):
            guard index >= 16 else { return nil }
            if index >= 232 {
                let grey = 8 + (index - 232) * 10
                return (grey, grey, grey)
            }
            let cell = index - 16
            return (Color.cubeLevel(cell / 36), Color.cubeLevel(cell / 6 % 6), Color.cubeLevel(cell % 6))
        }
    }

    private static func cubeLevel(_ step: UInt8) -> UInt8 {
        step == 0 ? 0 : 55 + step * 40
    }
}
