/// All kinds of rules, by name.
package enum RuleKinds {
    package static let all: [any RuleKind.Type] = [
        ImportKind.self, ImportPathsKind.self, CallKind.self, TextKind.self, SharedStateKind.self,
        SingletonKind.self, DuplicateClassKind.self, RequiredMethodsKind.self, SignatureConsistencyKind.self,
        ConfigAccessKind.self, ScoreKind.self, ComponentCycleKind.self, ModuleCycleKind.self, LayersKind.self,
        ForbiddenKind.self, IndependenceKind.self, ExternalKind.self,
    ]

    package static var names: [String] { all.map { $0.documentation.name } }

    package static func named(_ name: String) -> (any RuleKind.Type)? {
        all.first { $0.documentation.name == name }
    }
}
