import PaydownPython

/// A class that lacks methods of its contract.
struct RequiredMethodsKind: RuleKind {
    enum Report: String, CaseIterable {
        case method
        case `class`
    }

    let contracts: [ClassContract]
    let report: Report
    let plainOnly: Bool
    let ownOnly: Bool
    let symbol: MessageTemplate?

    init(from settings: inout SettingReader) {
        report = settings.choice("report", Report.self) ?? .method
        plainOnly = settings.boolean("plain-only") ?? false
        ownOnly = settings.boolean("own-only") ?? false
        symbol = settings.string("symbol").map { MessageTemplate($0) }
        var contracts = settings.tables("contract") { ClassContract(from: &$0) }
        if contracts.isEmpty { contracts = [ClassContract(from: &settings)] }
        self.contracts = contracts
    }

    /// The conditions on classes, one of each contract.
    var nameTests: [NameTest] { contracts.map(\.name) }

    var looksOutside: Bool { !ownOnly }

    func collect(_ file: inout FileReading) {
        guard file.isParsed, !file.facts.classes.isEmpty || file.isPackage else { return }
        var known: [ScopeID: [Int]]?
        for fact in file.facts.classes {
            guard let number = contracts.indices.first(where: { file.passes($0, fact.name) }) else { continue }
            let contract = contracts[number]
            // Most files have no class that a contract is about.
            let methods = known ?? file.methods()
            known = methods
            let own = ownMethods(methods[fact.body, default: []], file)
            let absent = contract.absent(
                from: own, asynchronous: asynchronous(methods[fact.body, default: []], file), in: file)
            file.tally(contract.methods.count)
            file.tally(1, slot: 1)
            if !absent.isEmpty { report(absent, of: fact, &file) }
        }
        collectOutside(&file)
    }

    /// Any class may be the base of another, and any package may give one on.
    func collectOutside(_ file: inout FileReading) {
        guard !ownOnly, file.isParsed else { return }
        let methods = file.methods()
        let bases = BaseNames(file)
        for fact in file.facts.classes {
            var draft = FindingDraft(file.qualifiedName(of: fact), at: file.position(of: fact.site))
            draft.scope = ""
            draft.detail = bases.names(of: fact, in: file).joined(separator: " ")
            draft.members = ownMethods(methods[fact.body, default: []], file).keys.sorted()
            file.observe(draft)
        }
        if file.isPackage { observeExports(&file) }
    }

    private func observeExports(_ file: inout FileReading) {
        for fact in file.facts.imports where fact.isFrom {
            let module = ModuleName.absolute(file.names[fact.module], level: Int(fact.level), in: file)
            for name in file.facts.importedNames[fact.names] {
                let bound = file.names[name.alias.isEmpty ? name.name : name.alias]
                var draft = FindingDraft(file.module.isEmpty ? bound : file.module + "." + bound)
                draft.detail = InheritedMethods.export + " " + module + "." + file.names[name.name]
                file.observe(draft)
            }
        }
    }

    /// The names of `async def` that do not count.
    private func asynchronous(_ numbers: [Int], _ file: FileReading) -> Set<String> {
        guard plainOnly else { return [] }
        return Set(numbers.lazy.map { file.facts.functions[$0] }.filter(\.isAsync).map { file.names[$0.name] })
    }

    /// The functions directly in the class body, by name; with `plain-only`, without the asynchronous ones.
    private func ownMethods(_ numbers: [Int], _ file: FileReading) -> [String: FunctionFact] {
        var own: [String: FunctionFact] = [:]
        for number in numbers {
            let fact = file.facts.functions[number]
            guard !fact.site.context.contains(.nested), !plainOnly || !fact.isAsync else { continue }
            own[file.names[fact.name]] = fact
        }
        return own
    }

    private func report(_ absent: [AbsentMethod], of fact: ClassFact, _ file: inout FileReading) {
        let name = file.names[fact.name]
        for group in report == .method ? absent.map({ [$0] }) : [absent] {
            var draft = file.draft(of: fact, symbol: symbolText(name, group))
            draft.words = words(name, group)
            draft.properties = properties(group)
            // For the second stage, where methods may turn out to be inherited.
            draft.detail = ([file.qualifiedName(of: fact), name] + group.map(\.name)).joined(separator: " ")
            file.report(draft)
        }
    }

    private func symbolText(_ name: String, _ absent: [AbsentMethod]) -> String {
        let words = words(name, absent)
        if let symbol { return symbol.filled { words[$0] ?? "" } }
        return report == .method ? name + "." + (words["missing"] ?? "") : name
    }

    private func words(_ name: String, _ absent: [AbsentMethod]) -> [String: String] {
        let missing = absent.map(\.name).joined(separator: ", ")
        let reason = absent.first { $0.reason != .missing }?.reason.words
        return [
            "class": name, "method": missing, "missing": missing,
            "reason": reason ?? AbsentMethod.Reason.missing.words, "note": reason.map { "; " + $0 } ?? "",
        ]
    }

    private func properties(_ absent: [AbsentMethod]) -> String {
        "{\"missing\":[" + absent.map { "\"" + $0.name + "\"" }.joined(separator: ",") + "]}"
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        var incomplete: Set<Place> = []
        var unknown: Set<Place> = []
        if ownOnly {
            conclusion.keepAll()
            for row in conclusion.rows { incomplete.insert(Place(row, conclusion)) }
        } else {
            (incomplete, unknown) = keepWhatIsNotInherited(&conclusion)
        }
        let classes = conclusion.tally(1)
        if classes > 0 { conclusion.sawSomething() }
        conclusion.measureSites(
            unit: report == .method ? "methods" : "classes",
            population: report == .method ? conclusion.tally() : classes)
        conclusion.measure(
            "compliant", title: conclusion.definition.title + ": complete classes",
            Double(classes - incomplete.union(unknown).count), unit: "classes", population: classes, better: .higher)
        if !unknown.isEmpty {
            conclusion.measure(
                "unknown", title: conclusion.definition.title + ": bases not found", Double(unknown.count),
                unit: "classes")
        }
    }

    /// Where a class begins.
    private struct Place: Hashable {
        var file: Int32
        var line: UInt32
        var column: UInt32

        init(_ row: RuleConclusion.Row, _ conclusion: RuleConclusion) {
            let found = conclusion.row(row)
            file = row.file
            line = found.line
            column = found.column
        }
    }

    private func keepWhatIsNotInherited(
        _ conclusion: inout RuleConclusion
    ) -> (incomplete: Set<Place>, unknown: Set<Place>) {
        var incomplete: Set<Place> = []
        var unknown: Set<Place> = []
        let inherited = InheritedMethods(conclusion)
        for row in conclusion.rows where !conclusion.row(row).isObservation {
            let parts = conclusion.detail(row).split(separator: " ").map(String.init)
            let place = Place(row, conclusion)
            let asked = parts.dropFirst(2)
            let answers = asked.map { inherited.ask($0, of: parts[0]) }
            if answers.contains(.unknown) { unknown.insert(place) }
            let left = zip(asked, answers).filter { $0.1 == .missing }.map(\.0)
            if left.isEmpty { continue }
            incomplete.insert(place)
            keep(row, parts[1], left, isWhole: left.count == asked.count, &conclusion)
        }
        return (incomplete, unknown)
    }

    private func keep(
        _ row: RuleConclusion.Row, _ name: String, _ left: [String], isWhole: Bool,
        _ conclusion: inout RuleConclusion
    ) {
        if isWhole { return conclusion.keep(row) }
        let absent = left.map { AbsentMethod(name: $0, reason: .missing) }
        let symbol = symbolText(name, absent)
        let words = words(name, absent).merging(["symbol": symbol]) { own, _ in own }
        conclusion.keep(
            row, symbol: symbol, message: conclusion.text(words), properties: properties(absent))
    }
}
