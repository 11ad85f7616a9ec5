import Foundation

/// A folder that is there for one test.
struct TemporaryFolder {
    let path: String

    @discardableResult
    static func with<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("paydown-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer {
            // Only cleaning up: a folder that stays behind harms nobody.
            try? FileManager.default.removeItem(at: url)
        }
        return try body(TemporaryFolder(path: url.path))
    }

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    }

    func write(_ text: String, _ name: String) throws {
        try write(Array(text.utf8), name)
    }

    func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    func make(_ folder: String) throws {
        try FileManager.default.createDirectory(atPath: file(folder), withIntermediateDirectories: true)
    }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
}
