import PaydownCore

/// A place in the golden path's tests. Selection is by the test's name.
package struct GoldenState: Equatable, Sendable {
    package struct TestID: Hashable, Sendable {
        package var suite: String
        package var name: String

        package init(_ test: TestOutcome) {
            suite = test.suite
            name = test.name
        }
    }

    package var selected: TestID?
    package var top = 0
    package var onlyFailures = false
    package var filter = ""

    package init() {}

    /// The tests in the order they are shown: failures first, then what did not run, then passes; within
    /// these as in the snapshot. Filtered by the words in `filter`.
    package func shown(_ tests: [TestOutcome]) -> [TestOutcome] {
        let words = filter.lowercased().split(separator: " ")
        let kept = tests.filter { test in
            if onlyFailures, !test.status.isFailure { return false }
            let text = (test.suite + " " + test.name + " " + test.status.rawValue).lowercased()
            return words.allSatisfy { text.contains($0) }
        }
        func rank(_ test: TestOutcome) -> Int {
            if test.status.isFailure { return 0 }
            return test.status.isPass ? 2 : 1
        }
        return kept.enumerated()
            .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element)
    }

    /// The index of the selected test among those shown; the first when it is gone.
    package func index(in shown: [TestOutcome]) -> Int {
        guard let selected else { return 0 }
        return shown.firstIndex { TestID($0) == selected } ?? 0
    }
}
