import PaydownPython
import PaydownRules

/// What became of one file.
package struct ScannedFile: Equatable, Sendable {
    package enum Fate: Equatable, Sendable {
        case parsed
        case unparsed(SyntaxProblem)
        case unreadable(String)
        case tooLarge
    }

    /// How much had to be done to know it.
    enum Origin: Equatable, Sendable {
        case scanned
        /// Read, and found to be as an earlier scan had it.
        case sameContent
        /// Not even read.
        case unchanged
    }

    package var fate: Fate
    /// Of the file; 0 when it was not read.
    package var byteCount: Int
    /// What it contributes to the rules; nil when it was not read.
    package var contribution: FileContribution?
    /// By what a later scan knows the file again.
    var mark: FileMark
    var origin: Origin

    init(
        _ fate: Fate, byteCount: Int = 0, contribution: FileContribution? = nil, mark: FileMark = FileMark(),
        origin: Origin = .scanned
    ) {
        self.fate = fate
        self.byteCount = byteCount
        self.contribution = contribution
        self.mark = mark
        self.origin = origin
    }

    /// Whether it was read, in this scan or in one before.
    var isKnown: Bool {
        if case .some = contribution { true } else { false }
    }
}

/// By what a file is known again without reading it, and by what with.
struct FileMark: Equatable, Sendable, BitwiseCopyable {
    var size: Int64 = 0
    /// Nanoseconds since 1970 of the last change to the content, and to anything about the file; 0 for not known.
    var modified: Int64 = 0
    var changed: Int64 = 0
    var number: UInt64 = 0
    var hash: UInt64 = 0

    /// Whether the file system says that nothing has changed.
    func isSame(asStatusOf other: FileMark) -> Bool {
        modified != 0 && size == other.size && modified == other.modified && changed == other.changed
            && number == other.number
    }
}
