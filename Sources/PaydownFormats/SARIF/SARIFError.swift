/// Why a text is no SARIF that can be read.
package enum SARIFError: Error, Equatable, Sendable, CustomStringConvertible {
    case empty
    /// Not JSON; with the line and what is wrong.
    case notJSON(String)
    /// JSON, and something else than SARIF.
    case notSARIF(found: String)
    case otherVersion(String)

    package var description: String {
        switch self {
        case .empty: "it printed nothing; have it print SARIF, or name the file that it writes with 'results'"
        case .notJSON(let reason): "what it printed is not JSON: \(reason); have it print SARIF and nothing else"
        case .notSARIF(let found): "what it printed is \(found), not SARIF; choose SARIF as its output format"
        case .otherVersion(let version):
            "it speaks SARIF \(version.prefix(40)); only 2.1.0 is read, so choose that version"
        }
    }
}
