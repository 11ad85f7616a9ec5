import PaydownCore

/// Tests that by their place look as if they must pass throughout.
struct GoldenPathSurvey: RuleKind {
    static let documentation = SurveyKinds.documentation(SurveyKinds.goldenPath)

    /// What such folders and files are called, the clearest word first.
    private static let words = [
        "mission_critical", "golden_path", "golden", "critical_path", "critical", "smoke", "acceptance", "end_to_end",
        "e2e",
    ]

    init() {}
    init(from settings: inout SettingReader) {}

    /// Only paths count, and a conclusion knows all of them.
    func collect(_ file: inout FileReading) {}

    func conclude(_ conclusion: inout RuleConclusion) {
        let tests = conclusion.paths().filter(Self.isTest)
        for word in Self.words {
            let globs = Set(tests.compactMap { Self.glob($0, word) }).sorted()
            if globs.isEmpty { continue }
            for glob in globs.prefix(4) {
                conclusion.add(Finding(rule: "", path: "", symbol: glob, message: glob))
            }
            return
        }
    }

    private static func isTest(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix("test_") || name.hasSuffix("_test.py")
    }

    /// The folder with that word in its name and all under it, else the file.
    private static func glob(_ path: String, _ word: String) -> String? {
        let parts = path.split(separator: "/")
        func hasWord(_ part: Substring) -> Bool {
            let name = part.lowercased().split(separator: ".").first.map(String.init) ?? ""
            let pieces = name.split { $0 == "_" || $0 == "-" }
            return name == word
                || pieces.joined(separator: "_").contains(word) && (word.count > 4 || pieces.contains { $0 == word })
        }
        if let folder = parts.dropLast().firstIndex(where: hasWord) {
            return parts[...folder].joined(separator: "/") + "/**"
        }
        guard let name = parts.last, hasWord(name) else { return nil }
        return path
    }
}
