import PaydownCore

/// What a tool reports in SARIF 2.1.0, as far as findings are made of it.
package struct SARIFLog: Equatable, Sendable {
    /// Violations that count, in the order of the file.
    package var results: [SARIFResult] = []
    /// Results that the tool or its users have suppressed.
    package var suppressed = 0
    /// Results of an earlier run that are not there any more, and those that say that all is well.
    package var notViolations = 0
    /// Why the results are not all there are: a run that failed, or that has no results at all.
    package var failures: [String] = []

    package init() {}
}

/// One result.
package struct SARIFResult: Equatable, Sendable {
    /// The tool's own rule; empty when it names none.
    package var rule = ""
    package var level = Severity.warning
    package var message = ""
    /// The first place, when there is one.
    package var place: SARIFLocation?
    /// The other places.
    package var related: [SARIFLocation] = []
    /// The tool's own identity of the result; empty when it has none.
    package var fingerprint = ""

    package init() {}
}

/// A place in a file.
package struct SARIFLocation: Equatable, Sendable {
    package enum File: Equatable, Sendable {
        /// Relative to the project's root, with `/`.
        case inside(String)
        /// Somewhere else, as the tool writes it.
        case outside(String)
    }

    package var file: File
    /// 1-based; 0 when not known.
    package var line = 0
    package var column = 0
    package var endLine = 0
    /// 1-based, the first column behind the place; 0 when not known.
    package var endColumn = 0
    /// Whether columns count UTF-16 code units rather than Unicode scalars.
    package var countsUTF16 = false
    /// The source of the place, when the tool gives it.
    package var snippet = ""
    package var message = ""

    package init(_ file: File) {
        self.file = file
    }
}
