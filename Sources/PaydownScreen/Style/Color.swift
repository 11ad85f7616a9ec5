/// A terminal colour: the terminal's own default, one of its 256, or a mixed one.
package enum Color: Hashable, Sendable {
    case terminalDefault
    /// 0...15 are the user's own palette, 16...231 a 6x6x6 cube, 232...255 greys.
    case indexed(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}
