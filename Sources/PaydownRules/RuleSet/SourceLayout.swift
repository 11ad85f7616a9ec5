/// How the paths of a project become modules, and which of them are tests.
package struct SourceLayout: Hashable, Sendable {
    /// Folders that modules are named from; the project's root is always one of them.
    package var roots: [String]
    /// Folders of tests. None means every folder named `test` or `tests`.
    package var tests: [String]

    package init(roots: [String] = [], tests: [String] = []) {
        self.roots = roots
        self.tests = tests
    }

    var canonicalText: String {
        roots.joined(separator: ",") + ";" + tests.joined(separator: ",")
    }

    package func isTest(_ path: String) -> Bool {
        if tests.isEmpty {
            return path.split(separator: "/").dropLast().contains { $0 == "test" || $0 == "tests" }
        }
        return tests.contains { ScopeMatcher.isIn(path, $0) }
    }

    /// `app/core/__init__.py` is `app.core`; the longest root that fits is left out.
    package func module(of path: String) -> String {
        let root = roots.filter { !$0.isEmpty && ScopeMatcher.isIn(path, $0) }.max { $0.utf8.count < $1.utf8.count }
        var rest = path[...]
        if let root {
            rest = rest.dropFirst(root.count)
            if rest.hasPrefix("/") { rest.removeFirst() }
        }
        if rest.hasSuffix(".py") { rest.removeLast(3) } else if rest.hasSuffix(".pyi") { rest.removeLast(4) }
        if rest == "__init__" { return "" }
        if rest.hasSuffix("/__init__") { rest.removeLast(9) }
        return rest.split(separator: "/").joined(separator: ".")
    }
}
