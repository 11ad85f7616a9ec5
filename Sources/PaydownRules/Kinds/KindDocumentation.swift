/// What a kind of rule says about itself: for `paydown explain`, for the schema, and for its tests.
package struct KindDocumentation: Sendable {
    package struct Parameter: Sendable {
        package enum Form: Sendable {
            case nameTest
            case textConditions
            case string
            case strings
            case boolean
            case number
            case integers
            /// Strings by name, and lists of strings by name.
            case stringTable
            case stringsTable
            case choice([String])
            case choices([String])
            /// A list of tables with parameters of their own.
            case tables([Parameter])
        }

        package var name: String
        package var form: Form
        package var isRequired: Bool
        /// A sentence; with the value when nothing is written, if there is one.
        package var summary: String

        package init(_ name: String, _ form: Form, isRequired: Bool = false, _ summary: String) {
            self.name = name
            self.form = form
            self.isRequired = isRequired
            self.summary = summary
        }
    }

    /// A rule and files, with the places of the findings marked: a `↓` for each finding, before the character that it
    /// begins with; for one about the whole file, at the beginning.
    package struct Example: Sendable {
        package var title: String
        /// The rule's own parameters, as TOML.
        package var rule: String
        /// Source by path.
        package var files: [(path: String, source: String)]
        /// Measures by the end of their id, `paths`; the empty one is the rule's number of findings.
        package var measures: [String: Double]

        package init(
            _ title: String, rule: String, files: [(path: String, source: String)], measures: [String: Double] = [:]
        ) {
            self.title = title
            self.rule = rule
            self.files = files
            self.measures = measures
        }
    }

    package var name: String
    /// What one finding is, in a sentence.
    package var summary: String
    /// What is counted and how, in some sentences; for `?` beside a number.
    package var definition: String
    package var parameters: [Parameter]
    /// The words in braces that a message may use.
    package var messageWords: [String]
    package var defaultMessage: String
    package var examples: [Example]

    /// Parameters that are titles of measures.
    var wordsForPeople: [String] {
        parameters.map(\.name).filter { $0.hasSuffix("-title") }
    }

    package init(
        name: String, summary: String, definition: String, parameters: [Parameter],
        messageWords: [String] = ["symbol"], defaultMessage: String, examples: [Example]
    ) {
        self.name = name
        self.summary = summary
        self.definition = definition
        self.parameters = parameters
        self.messageWords = messageWords
        self.defaultMessage = defaultMessage
        self.examples = examples
    }
}
