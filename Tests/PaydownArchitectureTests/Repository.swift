import Glibc
import PaydownTestSupport

/// The files of this repository, as they are on disk.
enum Repository {
    /// With a slash at its end.
    static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/"

    /// Targets below Sources that have Swift files.
    static var swiftTargets: [String] {
        names(in: "Sources").filter { isFolder("Sources/" + $0) && !swiftFiles("Sources/" + $0).isEmpty }
    }

    struct SwiftFile {
        struct Line {
            /// 1-based.
            var number: Int
            /// Without comment and without what stands in quotes.
            var text: String
        }

        var path: String
        var text: String

        var name: String { path.split(separator: "/").last.map(String.init) ?? path }

        var imports: [String] {
            code.compactMap { line in
                let words = line.text.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy({ $0.hasPrefix("@") }),
                    place + 1 < words.count
                else { return nil }
                // `import struct Foundation.Date` names the module in its last word.
                return words.last.map { String($0.prefix { $0 != "." }) }
            }
        }

        /// The lines that are code; prose and texts for people are left out.
        var code: [Line] {
            var lines: [Line] = []
            var isInText = false
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let fences = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
                defer { if fences % 2 == 1 { isInText.toggle() } }
                guard !isInText, fences == 0 else { continue }
                lines.append(Line(number: index + 1, text: Self.code(of: String(line))))
            }
            return lines
        }

        private static func code(of line: String) -> String {
            var code = ""
            var isQuoted = false
            var previous: Character = " "
            for character in line {
                if character == "\"", previous != "\\" { isQuoted.toggle() }
                if !isQuoted, character == "/", previous == "/" { return String(code.dropLast()) }
                if !isQuoted { code.append(character) }
                previous = character
            }
            return code
        }
    }

    static func swiftFiles(_ folder: String) -> [SwiftFile] {
        files(in: folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
            text(path).map { SwiftFile(path: path, text: $0) }
        }
    }

    /// What is written by people: sources, tests, documents, configuration. Recorded frames and data are not.
    static var textFiles: [String] {
        let endings = [".swift", ".md", ".toml", ".py", ".c", ".h", ".json", ".yml", ".modulemap"]
        let folders = names(in: "").filter { isFolder($0) && !$0.hasPrefix(".") || $0 == ".ci" || $0 == ".github" }
        let below = folders.filter { $0 != "SampleData" }.flatMap { files(in: $0) }
        return (names(in: "").filter { !isFolder($0) } + below + files(in: "SampleData/make"))
            .filter { path in endings.contains { path.hasSuffix($0) } || path == ".ci/run" }
    }

    static func isMadeUp(_ line: Substring) -> Bool {
        ["/home/ada", "/home/user", "/home/me", "/Users/ada", "/home/x", "/home/a", "$HOME"].contains {
            line.contains($0)
        }
    }

    static func text(_ path: String) -> String? {
        FileBytes.read(root + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// All files below a folder, by name; relative to the root.
    static func files(in folder: String) -> [String] {
        names(in: folder).flatMap { name -> [String] in
            let path = folder.isEmpty ? name : folder + "/" + name
            if isFolder(path) { return name.hasPrefix(".") || name == "__pycache__" ? [] : files(in: path) }
            return [path]
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(root + path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func names(in folder: String) -> [String] {
        guard let stream = opendir(root + folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
