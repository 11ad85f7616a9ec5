import Foundation

/// A tree of real Python files to measure on: the library of the Python here with its installed packages, or any other.
struct PythonTree {
    let path: String
    let files: [String]
    let bytes: Int

    /// Copies the Python files of a folder, since one of them is changed, and since tools leave out folders with names
    /// such as `site-packages`.
    ///
    /// - Parameter source: nil for the library of `python3`.
    init(copyOf source: String?, in folder: URL) throws {
        let source = try source ?? Self.library()
        let target = folder.appendingPathComponent("tree")
        var files: [String] = []
        var bytes = 0
        for path in Self.sources(below: source) {
            // A link that leads nowhere, or a file that has gone since.
            guard let text = FileManager.default.contents(atPath: source + "/" + path) else { continue }
            let plain = path.replacingOccurrences(of: "site-packages", with: "packages")
            let copy = target.appendingPathComponent(plain)
            try FileManager.default.createDirectory(
                at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: copy)
            files.append(plain)
            bytes += text.count
        }
        guard !files.isEmpty else { throw BenchmarkError("\(source): there is no Python file; name another --tree") }
        self.path = target.path
        self.files = files
        self.bytes = bytes
    }

    private static func library() throws -> String {
        guard let python = Child.find("python3"),
            let library = Child.run(python, ["-c", "import sysconfig; print(sysconfig.get_path('stdlib'), end='')"])
        else { throw BenchmarkError("there is no python3 whose library could be scanned; give --tree") }
        return library
    }

    /// Puts another comment at the end of the tree's middle file.
    func changeOne(_ round: Int) throws {
        let file = URL(fileURLWithPath: path + "/" + files[files.count / 2])
        var text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        if let mark = text.range(of: "\n# round ", options: .backwards) { text.removeSubrange(mark.lowerBound...) }
        try (text + "\n# round \(round)\n").write(to: file, atomically: false, encoding: .utf8)
    }

    private static func sources(below folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder)
        return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".py") }.sorted()
    }
}
