import PaydownScreen

/// How much room there is, which decides what is shown; see each screen's layout.
package enum SizeClass: Int, Comparable, Sendable {
    /// Less than 40x10: a line for each check.
    case tiny
    /// 40 to 79 columns: one list, no preview.
    case narrow
    /// 80x24.
    case small
    /// 120x36.
    case medium
    /// 180x48 and more.
    case large

    package init(_ size: Size) {
        if size.width < 40 || size.height < 10 {
            self = .tiny
        } else if size.width < 76 {
            self = .narrow
        } else if size.width < 110 || size.height < 30 {
            self = .small
        } else if size.width < 180 || size.height < 44 {
            self = .medium
        } else {
            self = .large
        }
    }

    package static func < (left: SizeClass, right: SizeClass) -> Bool {
        left.rawValue < right.rawValue
    }
}
