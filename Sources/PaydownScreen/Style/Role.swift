/// What a piece of the screen means; a theme says how each role looks. No role names a pane or a widget.
package enum Role: UInt8, CaseIterable, Sendable {
    case text
    case textMuted
    /// Rules and zero values only: too faint to read for long.
    case textFaint
    case textStrong
    case textMatch
    case textLink
    case rule
    case ruleFocus
    case title
    case titleFocus
    case mark
    case accent
    case good
    case warn
    case bad
    case info
    case stale
    case new
    case seriesActual
    case seriesPlan
    case seriesForecast
    case seriesLimit
    case barDone
    case barLeft
    case codeKeyword
    case codeString
    case codeComment
    case codeFlagged
    // Grounds: what lies behind the text. Last, so that the roles above number the inks.
    case background
    case backgroundRaised
    case backgroundStripe
    case selection
    case selectionInactive

    /// The name in theme files, such as `text.muted`.
    package var name: String {
        switch self {
        case .text: "text"
        case .textMuted: "text.muted"
        case .textFaint: "text.faint"
        case .textStrong: "text.strong"
        case .textMatch: "text.match"
        case .textLink: "text.link"
        case .rule: "rule"
        case .ruleFocus: "rule.focus"
        case .title: "title"
        case .titleFocus: "title.focus"
        case .mark: "mark"
        case .accent: "accent"
        case .good: "good"
        case .warn: "warn"
        case .bad: "bad"
        case .info: "info"
        case .stale: "stale"
        case .new: "new"
        case .seriesActual: "series.actual"
        case .seriesPlan: "series.plan"
        case .seriesForecast: "series.forecast"
        case .seriesLimit: "series.limit"
        case .barDone: "bar.done"
        case .barLeft: "bar.left"
        case .codeKeyword: "code.keyword"
        case .codeString: "code.string"
        case .codeComment: "code.comment"
        case .codeFlagged: "code.flagged"
        case .background: "background"
        case .backgroundRaised: "background.raised"
        case .backgroundStripe: "background.stripe"
        case .selection: "selection"
        case .selectionInactive: "selection.inactive"
        }
    }

    /// Whether the role is a ground that text lies on.
    package var isGround: Bool { rawValue >= Role.background.rawValue }
}
