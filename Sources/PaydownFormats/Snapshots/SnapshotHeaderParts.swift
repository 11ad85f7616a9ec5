import PaydownCore

/// The parts of a header as they come, in any order, and what is made of them at the end.
struct SnapshotHeaderParts {
    private(set) var hasFormat = false
    private(set) var hasVersion = false
    private var project: SnapshotHeader.Project?
    private var takenAt: Timestamp?
    private var revision: Revision?
    private var tool: SnapshotHeader.Tool?
    private var provenance: Provenance?
    private var coverage: Coverage?
    private var plan: Plan?
    private var checks: [Check]?
    private var rules: [Rule]?
    private var tests: [TestOutcome]?
    private var metrics: [Metric]?
    private var accepted: [AcceptedFindings]?
    /// What is wrong with a part that came before the format did: only if the format says that this is a
    /// snapshot, it is a broken one; otherwise it is something else.
    private var postponed: SnapshotError?

    /// Whether all that every snapshot must have is there, and one of the parts that numbers come from.
    var suffices: Bool {
        hasFormat && hasVersion && project != nil && takenAt != nil && (checks != nil || rules != nil)
    }

    /// Takes the value of one of the snapshot's own keys, which was not there before.
    mutating func take(_ key: Key, _ node: JSONNode) throws(SnapshotError) {
        do throws(SnapshotError) {
            try set(key, node)
        } catch {
            if hasFormat || !error.isAboutMeaning { throw error }
            postponed = postponed ?? error
        }
    }

    private mutating func set(_ key: Key, _ node: JSONNode) throws(SnapshotError) {
        switch key {
        case .format:
            guard case .string(Snapshot.format) = node.value else {
                throw .notASnapshot(node.place, found: node.summary + " as its format")
            }
            hasFormat = true
        case .version:
            try takeVersion(node)
        case .project:
            let object = try JSONObject(node, name: key.rawValue)
            project = SnapshotHeader.Project(
                name: try object.string("name"), url: try object.string("url", default: ""))
        case .takenAt:
            takenAt = try Self.member(key, node).time(key.rawValue)
        case .revision:
            revision = try Revision(JSONObject(node, name: key.rawValue))
        case .tool:
            let object = try JSONObject(node, name: key.rawValue)
            tool = SnapshotHeader.Tool(
                name: try object.string("name", default: ""), version: try object.string("version", default: ""),
                rules: try object.string("rules", default: ""))
        case .provenance:
            provenance = try Provenance(JSONObject(node, name: key.rawValue))
        case .coverage:
            coverage = try Coverage(JSONObject(node, name: key.rawValue))
        case .plan:
            plan = try Plan(JSONObject(node, name: key.rawValue))
        case .checks:
            checks = try Self.list(key, node) { (object) throws(SnapshotError) in try Check(object) }
        case .rules:
            rules = try Self.list(key, node) { (object) throws(SnapshotError) in try Rule(object) }
        case .tests:
            tests = try Self.list(key, node) { (object) throws(SnapshotError) in try TestOutcome(object) }
        case .metrics:
            metrics = try Self.list(key, node) { (object) throws(SnapshotError) in try Metric(object) }
        case .suppressions:
            accepted = try Self.list(key, node) { (object) throws(SnapshotError) in try AcceptedFindings(object) }
        case .findings:
            preconditionFailure("findings are read by FindingReader")
        }
    }

    private mutating func takeVersion(_ node: JSONNode) throws(SnapshotError) {
        let object = try Self.member(.version, node)
        let version = try object.integer("version", default: 0, in: 1...1_000_000_000)
        if version > Snapshot.version {
            throw .newerVersion(node.place, found: version, known: Snapshot.version)
        }
        hasVersion = true
    }

    /// - Parameter place: of the object's end, where missing keys are missed.
    func header(at place: SnapshotPlace) throws(SnapshotError) -> SnapshotHeader {
        func missing(_ key: Key) -> SnapshotError {
            .missingKey(place, key: key.rawValue, inside: "the snapshot")
        }
        guard hasFormat else { throw .notASnapshot(place, found: "an object without a format") }
        if let postponed { throw postponed }
        guard hasVersion else { throw missing(.version) }
        guard let project else { throw missing(.project) }
        guard let takenAt else { throw missing(.takenAt) }
        return SnapshotHeader(
            project: project, takenAt: takenAt, revision: revision,
            tool: tool ?? SnapshotHeader.Tool(name: ""), provenance: provenance ?? .measured,
            coverage: coverage ?? Coverage(), plan: plan ?? Plan(), checks: checks ?? [], rules: rules ?? [],
            tests: tests ?? [], metrics: metrics ?? [], accepted: accepted ?? [])
    }

    /// A value as the only member of an object, to be asked for it by type.
    private static func member(_ key: Key, _ node: JSONNode) throws(SnapshotError) -> JSONObject {
        try JSONObject(
            JSONNode(.object([JSONNode.Member(key: key.rawValue, value: node)]), at: node.place), name: "")
    }

    private static func list<Item>(
        _ key: Key, _ node: JSONNode, _ make: (JSONObject) throws(SnapshotError) -> Item
    ) throws(SnapshotError) -> [Item] {
        var items: [Item] = []
        for object in try JSONObject.objects(node, name: key.rawValue) { items.append(try make(object)) }
        return items
    }
}

extension SnapshotHeaderParts {
    /// The keys of the outermost object, in the order in which we write them.
    enum Key: String, CaseIterable {
        case format
        case version
        case project
        case takenAt
        case revision
        case tool
        case provenance
        case coverage
        case plan
        case checks
        case rules
        case tests
        case metrics
        case suppressions
        case findings
    }
}
