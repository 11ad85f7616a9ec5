extension Role {
    /// The contrast that text in this role must have with every ground; nil where nothing is to be read.
    ///
    /// WCAG 2.1 asks for 4.5 of text (AA) and 7 of text one reads for long (AAA). Rules, empty bars and zero values
    /// are decoration.
    package var contrastFloor: Double? {
        switch self {
        case .text, .textStrong: 7
        case .textFaint, .rule, .barLeft: nil
        case .background, .backgroundRaised, .backgroundStripe, .selection, .selectionInactive: nil
        default: 4.5
        }
    }
}
