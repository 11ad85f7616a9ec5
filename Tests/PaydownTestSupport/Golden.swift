import Glibc

/// A text that a test expects, kept in a file beside the tests so that a change of it is read in review.
///
/// With `PAYDOWN_RECORD=1` in the environment a text that differs is written to its file, and the test still
/// fails once, so that nobody records by accident. A missing file fails too, and says how to record it.
package struct Golden {
    private let path: String

    package enum Mismatch: Error, CustomStringConvertible {
        case missing(path: String)
        case recorded(path: String)
        case notRecorded(path: String)
        /// `line` counts from 1.
        case different(path: String, line: Int, expected: String, found: String)

        package var description: String {
            switch self {
            case .missing(let path):
                "there is no \(path); run the test once with PAYDOWN_RECORD=1 and read what it wrote"
            case .recorded(let path):
                "recorded \(path); read it and run again without PAYDOWN_RECORD"
            case .notRecorded(let path):
                "\(path) cannot be written; check its folder and run again"
            case .different(let path, let line, let expected, let found):
                "\(path):\(line) differs\n  expected |\(expected)|\n  found    |\(found)|\n"
                    + "  if the new one is right, run again with PAYDOWN_RECORD=1"
            }
        }
    }

    /// - Parameters:
    ///   - name: the file's name with its extension.
    ///   - folder: beside the test's file.
    ///   - file: of the test; by default the one that calls.
    package init(_ name: String, in folder: String = "Goldens", file: String = #filePath) {
        let place = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        path = place + "/" + folder + "/" + name
    }

    /// Compares line by line; spaces count.
    package func compare(with text: String) throws(Mismatch) {
        let found = text.hasSuffix("\n") ? text : text + "\n"
        let expected = FileBytes.read(path).map { String(decoding: $0, as: UTF8.self) }
        guard expected != found else { return }
        if getenv("PAYDOWN_RECORD") != nil {
            guard record(found) else { throw .notRecorded(path: path) }
            throw .recorded(path: path)
        }
        guard let expected else { throw .missing(path: path) }
        throw difference(expected, found)
    }

    private func record(_ text: String) -> Bool {
        mkdir(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"), 0o755)
        return FileBytes.write(Array(text.utf8), to: path)
    }

    private func difference(_ expected: String, _ found: String) -> Mismatch {
        let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let right = found.split(separator: "\n", omittingEmptySubsequences: false)
        var line = 0
        while line < left.count, line < right.count, left[line] == right[line] { line += 1 }
        return .different(
            path: path, line: line + 1, expected: line < left.count ? String(left[line]) : "(end)",
            found: line < right.count ? String(right[line]) : "(end)")
    }
}
