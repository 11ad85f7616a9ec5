import PaydownCore

/// What another tool reports in SARIF.
///
/// Nothing is run here: `RuleSet.externalTools` says what is to be run, and `RuleSet.finish(_:external:)` takes what
/// came of it.
struct ExternalKind: RuleKind {
    let tool: ExternalTool

    init(from settings: inout SettingReader) {
        let command = settings.strings("command") ?? []
        if command.isEmpty { settings.require("command") }
        if command.first == "" {
            settings.failAboutKey("command", value: "", expected: "a program's name first")
        }
        tool = ExternalTool(
            command: command, results: settings.string("results"),
            rules: settings.strings("rules") ?? [], acceptedStatuses: settings.integers("exit-codes") ?? [0, 1])
    }

    func collect(_ file: inout FileReading) {}

    func conclude(_ conclusion: inout RuleConclusion) {
        conclusion.keepExternal()
        conclusion.measureSites()
    }
}

/// A program that reports in SARIF.
package struct ExternalTool: Equatable, Sendable {
    /// The program and its arguments; never given to a shell.
    package var command: [String]
    /// The file that it writes, relative to the root; nil for its standard output.
    package var results: String?
    /// The ids of the tool's own rules that count; none for all.
    package var rules: [String]
    /// Exit codes with which it did its work.
    package var acceptedStatuses: [Int]
}

extension SettingReader {
    fileprivate mutating func integers(_ key: String) -> [Int]? {
        guard let setting = setting(key) else { return nil }
        let numbers = (setting.list ?? [setting]).map { item -> Int? in
            if case .integer(let number) = item.value { number } else { nil }
        }
        if numbers.contains(nil) {
            fail(.wrongType(key: key, expected: "a list of whole numbers", found: setting.kind), setting.place)
        }
        return numbers.compactMap(\.self)
    }
}
