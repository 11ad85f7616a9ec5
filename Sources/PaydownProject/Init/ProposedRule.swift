import PaydownCore

/// A rule that is proposed, before its numbers are known.
package struct ProposedRule: Sendable {
    /// When its target is to be reached, the cheapest first.
    package enum Stage: Int, CaseIterable, Sendable {
        case paths
        case objects
        case copies

        var name: String {
            switch self {
            case .paths: "One way to each thing"
            case .objects: "Nothing hidden"
            case .copies: "One of each"
            }
        }

        /// From the day of the proposal; a sprint of two weeks, twice, and more for what is more work.
        var days: Int {
            switch self {
            case .paths: 28
            case .objects: 84
            case .copies: 168
            }
        }
    }

    /// A target for one of the rule's measures.
    package struct Goal: Sendable {
        package var stage: Stage
        /// What stands behind the rule's id; empty for its number of findings.
        package var suffix: String
        /// Of the present number; nil when it is too small for this stage.
        package var target: @Sendable (Double) -> Target?

        package init(_ stage: Stage, _ suffix: String = "", _ target: @escaping @Sendable (Double) -> Target?) {
            self.stage = stage
            self.suffix = suffix
            self.target = target
        }
    }

    /// What is told about its findings.
    package enum Detail: Sendable {
        case nothing
        /// What most findings are about.
        case symbols
        /// Where the findings are.
        case places
    }

    package var id: String
    /// Why it is there, in some sentences.
    package var why: String
    /// Its settings but for the id.
    package var settings: TOMLText
    package var goals: [Goal]
    package var detail: Detail
    /// Whether it stays when nothing breaks it.
    package var isGuard: Bool
    /// The scope that it needs, if any.
    package var needsProduct: Bool

    package init(
        id: String, why: String, settings: TOMLText, goals: [Goal] = [], detail: Detail = .nothing,
        isGuard: Bool = false,
        needsProduct: Bool = false
    ) {
        self.id = id
        self.why = why
        self.settings = settings
        self.goals = goals
        self.detail = detail
        self.isGuard = isGuard
        self.needsProduct = needsProduct
    }
}
