import PaydownCore

/// A first look at a tree that has no rules yet: what rules about it would be worth having.
///
/// A survey is asked as rules are, by kinds that no file can name (`SurveyKinds`), so that it goes through the same scan, as
/// fast and as exact. What these kinds find are findings about the project, one for each thing that stands out:
///
///     let outcome = Scan.run(request with Survey.rules)
///     let survey = Survey(outcome.findings)
///
/// It only chooses. Numbers for people come from a scan with the rules that are made of it.
package struct Survey: Equatable, Sendable {
    /// A name that is imported from several modules of the tree.
    package struct FragmentedName: Equatable, Sendable {
        package struct Path: Equatable, Sendable {
            package var module: String
            package var sites: Int
            /// Whether the module has a class of that name.
            package var defines: Bool
        }

        package var name: String
        /// Most imported first.
        package var paths: [Path]

        package var sites: Int { paths.reduce(0) { $0 + $1.sites } }
    }

    /// Classes that belong together, most of which have some methods.
    package struct Siblings: Equatable, Sendable {
        package enum Bond: Equatable, Sendable {
            /// Their names end in this word.
            case suffix(String)
            /// They have this base, and no common word.
            case base(String)
        }

        package var bond: Bond
        /// By name.
        package var classes: [String]
        /// Methods that most have, with how many do.
        package var methods: [(name: String, count: Int)]

        package static func == (left: Siblings, right: Siblings) -> Bool {
            left.bond == right.bond && left.classes == right.classes
                && left.methods.elementsEqual(right.methods) { $0 == $1 }
        }
    }

    /// An address in the source, without what may be secret in it.
    package struct Address: Equatable, Sendable {
        /// What to look for: a host with its port, or the beginning of a URL.
        package var text: String
        package var sites: Int
        package var files: Int
    }

    /// Most paths first.
    package var names: [FragmentedName] = []
    /// Most missing methods first.
    package var siblings: [Siblings] = []
    /// Most sites first.
    package var addresses: [Address] = []
    /// Tests that look as if nothing may break them, as globs.
    package var goldenPath: [String] = []

    package init() {}

    /// The survey's rules, for a tree whose modules are named from these roots.
    package static func rules(layout: SourceLayout) -> RuleSet {
        RuleSet(rules: SurveyKinds.rules, layout: layout)
    }

    /// What the survey's rules found.
    package init(_ table: FindingTable) {
        for row in 0..<table.count {
            let finding = table[row]
            switch finding.rule {
            case SurveyKinds.names: names.append(FragmentedName(finding))
            case SurveyKinds.siblings: siblings.append(Siblings(finding))
            case SurveyKinds.addresses: addresses.append(Address(finding))
            case SurveyKinds.goldenPath: goldenPath.append(finding.symbol)
            default: break
            }
        }
    }
}

/// The kinds that a survey is made of, by the ids of their rules.
enum SurveyKinds {
    static let names = "survey-names"
    static let siblings = "survey-siblings"
    static let addresses = "survey-addresses"
    static let goldenPath = "survey-golden-path"

    static let rules: [RuleDefinition] = [
        rule(names, NameSurvey()), rule(siblings, SiblingSurvey()), rule(addresses, AddressSurvey()),
        rule(goldenPath, GoldenPathSurvey()),
    ]

    private static func rule(_ id: String, _ kind: any RuleKind) -> RuleDefinition {
        RuleDefinition(
            id: id, kind: kind, kindName: id, check: id, title: id, severity: .note, help: "", scope: nil,
            path: NameTest(), message: "", isHeadline: false, isListed: true, target: nil, canonicalText: id,
            checkedText: id, place: .start)
    }

    /// A survey documents nothing: nobody can name it.
    static func documentation(_ id: String) -> KindDocumentation {
        KindDocumentation(
            name: id, summary: "", definition: "", parameters: [], defaultMessage: "{symbol}", examples: [])
    }
}

/// Numbers and a name in one string, `12 3 app.core`: how the parts of a survey's finding are written.
enum SurveyLine {
    static func text(_ numbers: Int..., name: String) -> String {
        numbers.map { String($0) + " " }.joined() + name
    }

    static func read(_ line: String, numbers count: Int) -> (numbers: [Int], name: String) {
        let parts = line.split(separator: " ", maxSplits: count, omittingEmptySubsequences: false)
        return (parts.prefix(count).map { Int($0) ?? 0 }, parts.count > count ? String(parts[count]) : "")
    }
}

/// Which files hold tests and what tests need, by the names that everybody gives them.
package enum TestNames {
    /// The same as patterns of a scope's `exclude`.
    package static let patterns = ["test/", "tests/", "test_*", "*_test.py", "conftest.py"]

    private static let matcher = PathPatterns(patterns)

    static func hold(_ path: String) -> Bool {
        matcher.match(path)
    }
}
