import Foundation

/// A tree of real Python files to measure on: the library of the Python here, with its installed packages.
enum PythonTree {
    /// Copies it, since tools leave out folders with names such as `site-packages`.
    static func copyOfLibrary(in folder: URL) throws -> String {
        guard let python = Child.find("python3"),
            let library = Child.run(python, ["-c", "import sysconfig; print(sysconfig.get_path('stdlib'), end='')"])
        else { throw BenchmarkError("there is no python3 whose library could be scanned; give --tree") }
        let target = folder.appendingPathComponent("tree")
        for path in sources(below: library) {
            let plain = path.replacingOccurrences(of: "site-packages", with: "packages")
            let copy = target.appendingPathComponent(plain)
            try FileManager.default.createDirectory(
                at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: library + "/" + path, toPath: copy.path)
        }
        return target.path
    }

    static func size(of tree: String) -> (count: Int, bytes: Int) {
        var size = (count: 0, bytes: 0)
        for path in sources(below: tree) {
            size.count += 1
            // A file that has gone since is not worth a word here.
            let attributes = try? FileManager.default.attributesOfItem(atPath: tree + "/" + path)
            size.bytes += (attributes?[.size] as? Int) ?? 0
        }
        return size
    }

    private static func sources(below folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder)
        return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".py") }
    }
}
