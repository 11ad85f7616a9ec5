/// A Python whose grammar decides what a file means and whether it parses at all.
package enum PythonVersion: UInt8, CaseIterable, Comparable, Sendable {
    case v3_8 = 8
    case v3_9 = 9
    case v3_10 = 10
    case v3_11 = 11
    case v3_12 = 12
    case v3_13 = 13

    /// What is meant when the project names none.
    package static let newest = v3_13

    /// Reads "3.11"; nil for any Python that is not known.
    package init?(_ text: some StringProtocol) {
        guard let found = Self.allCases.first(where: { text == $0.description }) else { return nil }
        self = found
    }

    package static func < (left: PythonVersion, right: PythonVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension PythonVersion: CustomStringConvertible {
    package var description: String { "3.\(rawValue)" }
}
