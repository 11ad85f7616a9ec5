import Foundation

/// Files of this repository, found from the place of this one.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let fixtures = root.appending(path: "Tests/PaydownRulesTests/Fixtures")

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// All Python files under a folder, by their paths from it.
    static func pythonFiles(under folder: URL) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        let base = folder.standardizedFileURL.path(percentEncoded: false)
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [:] }
        for case let file as URL in walk where file.pathExtension == "py" {
            let path = file.standardizedFileURL.path(percentEncoded: false)
            files[String(path.dropFirst(base.hasSuffix("/") ? base.count : base.count + 1))] = try Array(
                Data(contentsOf: file))
        }
        return files
    }
}
