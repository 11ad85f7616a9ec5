/// How a cell is meant, not how it looks: a role, the ground it lies on, and emphasis, in 16 bits.
///
/// Drawing knows only inks, so a frame is the same in every theme and its golden file says what is
/// good, bad or selected; the theme turns an ink into a `Style` when the frame is shown.
package struct Ink: Hashable, Sendable {
    /// Bits 0...5 role, 6...8 ground, 9 bold, 10 underline.
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    package enum Ground: UInt16, CaseIterable, Sendable {
        case plain
        /// An overlay.
        case raised
        case stripe
        case selection
        case selectionInactive
    }

    package init(_ role: Role, on ground: Ground = .plain, isBold: Bool = false, isUnderlined: Bool = false) {
        rawValue =
            UInt16(role.rawValue) | ground.rawValue << 6 | (isBold ? 1 << 9 : 0) | (isUnderlined ? 1 << 10 : 0)
    }

    package static let text = Ink(.text)
    package static let muted = Ink(.textMuted)
    package static let faint = Ink(.textFaint)
    package static let strong = Ink(.textStrong)

    package var role: Role { Role(rawValue: UInt8(rawValue & 0x3F)) ?? .text }
    package var ground: Ground { Ground(rawValue: rawValue >> 6 & 7) ?? .plain }
    package var isBold: Bool { rawValue & 1 << 9 != 0 }
    package var isUnderlined: Bool { rawValue & 1 << 10 != 0 }

    package func on(_ ground: Ground) -> Ink {
        Ink(rawValue: rawValue & ~(7 << 6) | ground.rawValue << 6)
    }

    package var bold: Ink { Ink(rawValue: rawValue | 1 << 9) }
    package var underlined: Ink { Ink(rawValue: rawValue | 1 << 10) }

    /// One more than the largest raw value, for tables by ink.
    package static let limit = 1 << 11
}
