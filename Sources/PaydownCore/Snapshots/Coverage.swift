/// What a scan saw and what it could not see: an undercount must be visible.
package struct Coverage: Equatable, Sendable {
    /// A file that does not count, and why.
    package struct Problem: Equatable, Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case unparsed
            case unreadable
            case excluded
            case tooLarge = "too-large"
            case notScanned = "not-scanned"
            /// A rule whose tool was not run; the path is that of the file with the rule.
            case notRun = "not-run"
        }

        package var path: String
        /// 1-based; 0 when the whole file is meant.
        package var line: Int
        /// 1-based, in Unicode scalars; 0 when not known.
        package var column: Int
        package var message: String
        package var kind: Kind

        package init(path: String, line: Int = 0, column: Int = 0, message: String, kind: Kind = .unparsed) {
            self.path = path
            self.line = line
            self.column = column
            self.message = message
            self.kind = kind
        }
    }

    /// Files of the language that were met, whatever became of them.
    package var files: Int
    package var bytes: Int
    package var excluded: Int
    package var unreadable: Int
    package var unparsed: Int
    package var tooLarge: Int
    package var notScanned: Int
    package var problems: [Problem]

    package init(
        files: Int = 0, bytes: Int = 0, excluded: Int = 0, unreadable: Int = 0, unparsed: Int = 0,
        tooLarge: Int = 0, notScanned: Int = 0, problems: [Problem] = []
    ) {
        self.files = files
        self.bytes = bytes
        self.excluded = excluded
        self.unreadable = unreadable
        self.unparsed = unparsed
        self.tooLarge = tooLarge
        self.notScanned = notScanned
        self.problems = problems
    }

    /// Files whose facts are in the numbers.
    package var parsed: Int { max(0, files - unparsed - unreadable - tooLarge) }

    /// Parsed of all files, 0...100; nil without files.
    package var percent: Double? {
        files > 0 ? 100 * Double(parsed) / Double(files) : nil
    }
}
