import PaydownCore
import Testing

@Suite struct TargetTests {
    @Test(arguments: [
        ("<= 1", Target(.atMost, 1)), ("< 10", Target(.below, 10)), (">= 95 %", Target(.atLeast, 95, isPercent: true)),
        ("> 3", Target(.above, 3)), ("= 0", Target(.equal, 0)), ("7", Target(.equal, 7)), ("<=1", Target(.atMost, 1)),
        ("  >=   2.5%  ", Target(.atLeast, 2.5, isPercent: true)), ("< -1", Target(.below, -1)),
    ])
    func `a target is read`(text: String, target: Target) {
        #expect(Target(text) == target)
    }

    @Test(arguments: ["", "few", "<=", "%", "<= %", "=> 1", "1 2", "<= 1 %%", "nan", "inf", "<= infinity"])
    func `what is no target is refused`(text: String) {
        #expect(Target(text) == nil)
    }

    @Test(arguments: ["<= 1", "< 10", ">= 95 %", "> 3", "= 0", "<= 2.5"])
    func `a target is written as it was read`(text: String) {
        #expect(Target(text)?.text == text)
    }

    @Test(arguments: [
        (Target(.atMost, 1), [0.0, 1], [1.5, 2]), (Target(.below, 10), [9], [10, 11]),
        (Target(.atLeast, 5), [5, 6], [4]),
        (Target(.above, 5), [6], [5, 4]), (Target(.equal, 0), [0], [1, -1]),
    ])
    func `a target is met by what it names`(target: Target, met: [Double], missed: [Double]) {
        #expect(met.allSatisfy(target.isMet))
        #expect(!missed.contains(where: target.isMet))
    }

    @Test func `progress goes from the baseline to the target`() {
        let target = Target(.atMost, 1)

        #expect(target.progress(from: 18, at: 18) == 0)
        #expect(target.progress(from: 21, at: 11) == 0.5)
        #expect(target.progress(from: 18, at: 1) == 1)
        #expect(target.progress(from: 18, at: 0) == 1)
        #expect(target.progress(from: 18, at: 30) == 0)
        #expect(Target(.atLeast, 100).progress(from: 50, at: 75) == 0.5)
        #expect(Target(.below, 5).progress(from: 5, at: 5) == 0)
    }

    @Test(arguments: [("<= 1", "1"), ("< 10", "<10"), (">= 95 %", "95 %"), ("> 3", ">3"), ("= 0", "0")])
    func `behind an arrow only what it does not say is said`(text: String, short: String) {
        #expect(Target(text)?.shortText == short)
    }
}

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (18, "18"), (-3, "-3"), (0.5, "0.5"), (1.25, "1.25"), (1.2345, "1.235"),
        (-0.125, "-0.125"),
        (0.0004, "0"), (99.9996, "100"), (1_000_000, "1000000"), (999_999_999_999_999, "999999999999999"),
        (12.100, "12.1"), (0.01, "0.01"), (.nan, "n/a"), (.infinity, "n/a"), (-1.05, "-1.05"),
    ])
    func `a number is written as people write it`(value: Double, text: String) {
        #expect(numberText(value) == text)
    }

    @Test func `numbers beyond that stay finite text`() {
        #expect(Double(numberText(1e300)) == 1e300)
        #expect(Double(numberText(-1e16)) == -1e16)
    }
}
