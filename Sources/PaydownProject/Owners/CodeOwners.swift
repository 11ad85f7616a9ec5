/// Who owns which files, as a CODEOWNERS file says.
///
/// In the file the last line that is about a path counts, also when it names nobody. GitLab's sections each have an answer of
/// their own; a path's owners are those of all sections, in their order. A line that is broken is told and passed over.
package struct CodeOwners: Equatable, Sendable {
    /// A line that cannot be used.
    package struct Problem: Equatable, Sendable, CustomStringConvertible {
        package let file: String
        /// 1-based.
        package let line: Int
        package let message: String

        package var description: String { "\(file):\(line): \(message)" }
    }

    private struct Rule: Equatable, Sendable {
        let pattern: OwnersPattern
        let owners: [String]
        let section: Int
    }

    /// As it is shown: `.github/CODEOWNERS`.
    package let file: String
    package private(set) var problems: [Problem] = []
    /// The last line first.
    private var rules: [Rule] = []
    private var sectionCount = 1
    /// From the repository's root to the project's, with a slash at the end; empty when they are the same.
    private let prefix: String

    /// - Parameters:
    ///   - prefix: what stands before the project's paths in the repository, with a slash at the end.
    package init(_ text: String, file: String, prefix: String = "") {
        self.file = file
        self.prefix = prefix
        var sections = ["": 0]
        var section = (number: 0, owners: [String]())
        // A CR LF is one character.
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        for (number, line) in lines.enumerated() {
            switch OwnersLine(line) {
            case .nothing: break
            case .section(let name, let owners):
                let key = name.lowercased()
                section = (sections[key] ?? sections.count, owners)
                sections[key] = section.number
            case .rule(let pattern, let owners):
                rules.append(
                    Rule(
                        pattern: pattern, owners: owners.isEmpty ? section.owners : owners, section: section.number))
            case .broken(let message):
                problems.append(Problem(file: file, line: number + 1, message: message))
            }
        }
        rules.reverse()
        sectionCount = sections.count
    }

    /// The owners of a file, none when nobody is named.
    ///
    /// - Parameter path: from the project's root, with `/`.
    package func owners(of path: String) -> [String] {
        let path = Array((prefix + path).utf8).split(separator: UInt8(ascii: "/"))
        if sectionCount == 1 { return rules.first { $0.pattern.matches(path) }?.owners ?? [] }
        var answers = [[String]?](repeating: nil, count: sectionCount)
        for rule in rules where answers[rule.section] == nil && rule.pattern.matches(path) {
            answers[rule.section] = rule.owners
        }
        var owners: [String] = []
        for owner in answers.compactMap(\.self).joined() where !owners.contains(owner) { owners.append(owner) }
        return owners
    }

    /// The owners as one text, as lists group by them; empty when nobody is named.
    package func text(of path: String) -> String {
        owners(of: path).joined(separator: " ")
    }
}
