/// `git status --porcelain=v2 --branch -z`, as far as a snapshot wants to know.
struct WorkTreeStatus: Equatable {
    private(set) var commit: String?
    /// Empty when no branch is checked out.
    private(set) var branch = ""
    private var changes: [String] = []

    init(_ output: [UInt8]) {
        for part in output.split(separator: 0) {
            let text = String(decoding: part, as: UTF8.self)
            if text.hasPrefix("# branch.oid ") {
                let commit = text.dropFirst(13)
                if commit != "(initial)" { self.commit = String(commit) }
            } else if text.hasPrefix("# branch.head ") {
                let branch = text.dropFirst(14)
                if branch != "(detached)" { self.branch = String(branch) }
            } else if !text.hasPrefix("#") {
                changes.append(text)
            }
        }
    }

    /// What paydown keeps for itself does not make a work tree differ from its commit.
    mutating func forgetOwnFolder() {
        changes.removeAll { $0.hasPrefix("? ") && ($0.hasSuffix("/.paydown/") || $0 == "? .paydown/") }
    }

    var isDirty: Bool { !changes.isEmpty }
}
