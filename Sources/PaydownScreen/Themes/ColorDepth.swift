/// How many colours a terminal shows.
package enum ColorDepth: String, CaseIterable, Comparable, Sendable {
    /// No colour at all, or NO_COLOR: attributes only.
    case mono
    /// The eight colours of ANSI without their bright twins, such as the Linux console's.
    case eight = "8"
    case sixteen = "16"
    case indexed = "256"
    case trueColor = "truecolor"

    package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
        let order = ColorDepth.allCases
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}

extension ColorDepth {
    /// What a terminal can show, by what it says about itself.
    ///
    /// NO_COLOR with any value but an empty one means no colour (no-color.org). Stock terminfo entries promise
    /// at most 256 colours, so only COLORTERM tells of more.
    ///
    /// - Parameters:
    ///   - terminalColors: the `colors` capability; negative when the terminal has none.
    ///   - environment: the value of a variable, nil when it is not set.
    package init(terminalColors: Int, environment: (String) -> String?) {
        if let noColor = environment("NO_COLOR"), !noColor.isEmpty {
            self = .mono
            return
        }
        switch terminalColors {
        case ..<8: self = .mono
        case 8..<16: self = .eight
        case 16..<256: self = .sixteen
        default:
            let claim = environment("COLORTERM")?.lowercased()
            self = claim == "truecolor" || claim == "24bit" ? .trueColor : .indexed
        }
    }
}
