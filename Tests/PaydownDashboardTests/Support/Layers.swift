/// Each thing that can lie over a screen, and the keys that open it on a list.
enum Layers: String, CaseIterable, CustomStringConvertible {
    case help
    case helpSearched
    case palette
    case paletteSearched
    case sort
    case group
    case yank
    case baselines
    case problems
    case filter
    case filterBroken

    var description: String { rawValue }

    func open(_ session: inout Session) {
        switch self {
        case .help: session.press("?")
        case .helpSearched:
            session.press("?")
            session.type("sort")
        case .palette: session.press(":")
        case .paletteSearched:
            session.press(":")
            session.type("base")
        case .sort: session.press("s")
        case .group: session.press("o")
        case .yank: session.press("y")
        case .baselines: session.press("b")
        case .problems: session.press("!")
        case .filter:
            session.press("/")
            session.type("manager")
        case .filterBroken:
            session.press("/")
            session.type("/(/")
        }
    }
}
