/// The findings a person has marked, with where they were then.
package struct Marks: Equatable, Sendable {
    private var places: [FindingIdentity: Effect.Location] = [:]

    package init() {}

    package var isEmpty: Bool { places.isEmpty }
    package var count: Int { places.count }

    package func contains(_ finding: FindingIdentity) -> Bool { places[finding] != nil }

    package mutating func toggle(_ finding: FindingIdentity, at place: Effect.Location) {
        if places.removeValue(forKey: finding) == nil { places[finding] = place }
    }

    package mutating func insert(_ finding: FindingIdentity, at place: Effect.Location) {
        places[finding] = place
    }

    package mutating func remove(_ finding: FindingIdentity) {
        places[finding] = nil
    }

    /// By path, then line.
    package var locations: [Effect.Location] {
        places.values.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
    }
}
