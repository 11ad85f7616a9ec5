import Foundation

/// The tree as a commit, and the names of its blobs in a file.
struct BlobList {
    /// Where the repository is.
    let repository: String
    /// A file with a name on each line.
    let list: String

    /// Nil when Git does not do as told.
    init?(of tree: PythonTree, git: String, in folder: String) {
        repository = folder + "/repository"
        list = folder + "/objects"
        do {
            try FileManager.default.createDirectory(atPath: repository, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: tree.path, toPath: repository + "/tree")
        } catch {
            return nil
        }
        let who = ["-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "core.autocrlf=false"]
        for step in [["init", "-q"], ["add", "-f", "."], ["commit", "-q", "-m", "tree"], ["gc", "-q"]]
        where Child.run(git, ["-C", repository] + who + step) == nil {
            return nil
        }
        guard let text = Child.run(git, ["-C", repository, "ls-tree", "-r", "--format=%(objectname)", "HEAD"]),
            (try? text.write(toFile: list, atomically: true, encoding: .utf8)) != nil
        else { return nil }
    }
}
