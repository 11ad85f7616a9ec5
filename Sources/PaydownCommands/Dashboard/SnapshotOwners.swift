import PaydownProject

/// Who owns the files that snapshots name: what the CODEOWNERS of the project says that the sources are from.
struct SnapshotOwners {
    private let owners: CodeOwners?
    /// Why there is none although there is a file, and lines in it that cannot be used.
    let problems: [String]

    /// Nothing is known.
    init() {
        owners = nil
        problems = []
    }

    /// - Parameter sources: the first of its folders that has such a file, or is in a repository that has one, counts.
    init(_ sources: SourceReader) {
        var problems: [String] = []
        for root in sources.roots {
            do throws(ConfigurationError) {
                guard let owners = try CodeOwners.read(project: SourceReader.realPath(root) ?? root) else { continue }
                self.owners = owners
                self.problems = problems + owners.problems.map(\.description)
                return
            } catch {
                problems.append(error.description)
            }
        }
        owners = nil
        self.problems = problems
    }

    /// All owners of a path in one text, empty for nobody; nil when nothing is known of owners.
    var text: ((String) -> String)? { owners.map { owners in { owners.text(of: $0) } } }
}
