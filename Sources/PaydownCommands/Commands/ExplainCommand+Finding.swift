import Glibc
import PaydownCore
import PaydownFormats
import PaydownHistory
import PaydownScan

/// The life of a finding, by its id.
extension ExplainCommand {
    /// Nil when the word is no finding's id, or no snapshot that was kept has a finding of that id.
    func finding(_ word: String, _ known: KnownProject?) throws -> String? {
        guard !kind, Self.isFingerprint(word) else { return nil }
        let root = known?.root ?? project.rootFolder()
        do {
            let kept = try KeptSnapshots(ProjectStore(root: root))
            if let history = kept.history {
                return try StoredLife(history: history, attribution: attribution()).story(word).map(text)
            }
            switch try KeptLife(kept, attribution: attribution()).answer(word) {
            case .nothing: return nil
            case .story(let story): return try text(story)
            case .several(let fingerprints):
                let first = fingerprints.prefix(8).joined(separator: ", ")
                StandardError.print(
                    "\(fingerprints.count) findings have an id that begins with '\(word)': \(first)"
                        + (fingerprints.count > 8 ? " and more" : "") + "; give one of them whole")
                throw ExitStatus.couldNot.exitCode
            }
        } catch let error as any Error & CustomStringConvertible where error is SnapshotError || error is HistoryError {
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        }
    }

    private func text(_ story: LifeStory) throws(SnapshotError) -> String {
        format == .json ? try LifeDocument.text(story) : LifeText.text(story)
    }

    /// Ten hexadecimal digits, a dot and a number, or the beginning of that.
    static func isFingerprint(_ word: String) -> Bool {
        let digits = word.prefix { $0.isHexDigit && !$0.isUppercase }
        let rest = word.dropFirst(digits.count)
        return digits.count >= 4 && digits.count <= 10
            && (rest.isEmpty || digits.count == 10 && rest.first == "." && rest.dropFirst().allSatisfy(\.isNumber))
    }

    /// Without rules nobody can be asked, and the life is told without names.
    private func attribution() -> Attribution? {
        guard let project = try? ScannedProject(root: project.root, config: project.config) else { return nil }
        return Attribution(project, threads: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
