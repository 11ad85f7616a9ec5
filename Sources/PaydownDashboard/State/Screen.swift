/// The destinations of the number keys, always the same.
package enum Screen: Int, CaseIterable, Hashable, Sendable {
    case overview = 0
    case imports
    case factory
    case duplicates
    case goldenPath
    case plan
    case timeline
    case standup
    case watch

    package var title: String {
        switch self {
        case .overview: "Overview"
        case .imports: "Imports"
        case .factory: "Factory"
        case .duplicates: "Duplicates"
        case .goldenPath: "Golden path"
        case .plan: "Plan"
        case .timeline: "Timeline"
        case .standup: "Stand-up"
        case .watch: "Watch"
        }
    }

    package var shortTitle: String {
        switch self {
        case .overview: "Over"
        case .duplicates: "Dups"
        case .goldenPath: "Golden"
        case .timeline: "Time"
        case .standup: "Day"
        default: title
        }
    }
}
