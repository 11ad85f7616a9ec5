/// The patterns of a filter made ready for many texts.
///
/// A performance file: a test is never copied, so that to ask it costs no counting of references.
final class TextTests {
    private let tests: UnsafeMutableBufferPointer<TextTest>

    init(_ patterns: [FilterQuery.Pattern]) {
        tests = .allocate(capacity: patterns.count)
        for (index, pattern) in patterns.enumerated() { tests.initializeElement(at: index, to: TextTest(pattern)) }
    }

    deinit {
        tests.deinitialize()
        tests.deallocate()
    }

    func isEverything(_ index: Int) -> Bool { tests[index].isEverything }

    func looksIntoProse(_ index: Int) -> Bool { tests[index].looksIntoProse }

    func matches(_ index: Int, _ text: String) -> Bool { tests[index].matches(text) }

    /// Those of some tests that a text passes, both as numbers with a bit for each.
    @inline(__always)
    func passed(_ text: UnsafeBufferPointer<UInt8>, of asking: UInt16) -> UInt16 {
        var passed: UInt16 = 0
        var rest = asking
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            if tests[index].matches(text) { passed |= 1 << UInt16(index) }
            rest &= rest - 1
        }
        return passed
    }
}
