/// A way to check: decoded parameters, what one file contributes, and what all of them come to.
///
/// Values without state: a kind is shared by all threads. Names that it asks about are declared in `nameTests` and
/// asked by their number, so that each distinct name of a tree is tested once; words that it looks for are declared
/// in `words`, so that all rules' words are found in one pass.
package protocol RuleKind: Sendable {
    static var documentation: KindDocumentation { get }

    /// Decodes the kind's own parameters; what is wrong is noted in the reader.
    init(from settings: inout SettingReader)

    var nameTests: [NameTest] { get }
    var words: WordList { get }

    /// Whether it has nothing to say about a file in which none of its words stands.
    var needsWords: Bool { get }

    /// Whether it asks its name tests about calls or assignments, of which there are so many that looking for words of those
    /// tests in the text first costs less.
    var asksManyNames: Bool { get }

    /// Looks at one file of the rule's scope.
    func collect(_ file: inout FileReading)

    /// Whether it wants to see files outside of its scope as well, only to know them.
    var looksOutside: Bool { get }

    /// Looks at a file outside of the rule's scope, for a kind that asked for it.
    func collectOutside(_ file: inout FileReading)

    /// Whether a file's findings are the same whatever other files there are.
    var looksAtOneFile: Bool { get }

    /// Makes findings and measures of what all files contributed.
    func conclude(_ conclusion: inout RuleConclusion)
}

extension RuleKind {
    package var nameTests: [NameTest] { [] }
    package var words: WordList { WordList() }

    package var needsWords: Bool { false }

    package var asksManyNames: Bool { false }

    package var looksOutside: Bool { false }

    package func collectOutside(_ file: inout FileReading) {}

    package var looksAtOneFile: Bool { false }

    package func conclude(_ conclusion: inout RuleConclusion) {
        conclusion.keepAll()
        conclusion.measureSites()
    }
}

/// Words and patterns that a rule looks for in the text of files.
package struct WordList: Hashable, Sendable {
    package var words: [String] = []
    /// Whether `A` to `Z` count as `a` to `z`, in the words and in the text.
    package var ignoresCase = false
    package var regexes: [String] = []
    package var regexIgnoresCase: Bool { ignoresCase }

    package init(_ words: [String] = [], ignoresCase: Bool = false, regexes: [String] = []) {
        self.words = words
        self.ignoresCase = ignoresCase
        self.regexes = regexes
    }
}
