import PaydownTestSupport
import Testing

@testable import PaydownScan

struct LastChangeTests {
    /// The naive twin: all steps are asked, from the end.
    private static func linear(_ states: [Bool?]) -> LastChange? {
        var first = states.count - 1
        for step in states.indices.dropLast().reversed() {
            if states[step] == true { first = step }
            if states[step] == false { return LastChange(step: first, unsure: (step + 1)..<first, isExact: true) }
        }
        return nil
    }

    private static func random(_ random: inout SeededRandom) -> [Bool?] {
        let count = Int.random(in: 1...40, using: &random)
        var states: [Bool?] = (0..<count - 1).map { _ in
            switch Int.random(in: 0..<10, using: &random) {
            case 0: nil
            case 1...4: false
            default: true
            }
        }
        states.append(true)
        return states
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `what comes and goes is found as by asking every step, as long as all are asked`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let states = Self.random(&random)

            let found = LastChange.find(count: states.count, oneByOne: 50) { states[$0] }

            #expect(found == Self.linear(states))
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `what came once is found by bisection as by asking every step`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let count = Int.random(in: 2...200, using: &random)
            let change = Int.random(in: 1..<count, using: &random)
            var states: [Bool?] = (0..<count).map { $0 >= change }
            for step in 1..<count - 1 where Int.random(in: 0..<5, using: &random) == 0 { states[step] = nil }

            let found = LastChange.find(count: count, oneByOne: 3) { states[$0] }
            let twin = Self.linear(states)

            #expect(found?.step == twin?.step)
            #expect(found?.unsure == twin?.unsure)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `whatever bisection finds is a step at which it changed, and no step is asked twice`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let states = Self.random(&random)
            var asked: Set<Int> = []
            var isAskedTwice = false

            let found = LastChange.find(count: states.count, oneByOne: 4) { step in
                if !asked.insert(step).inserted { isAskedTwice = true }
                return states[step]
            }

            #expect(!isAskedTwice)
            guard let found else {
                #expect(!states.contains(false))
                continue
            }
            #expect(states[found.step] == true)
            #expect(states[found.unsure].allSatisfy { $0 == nil })
            #expect(states[found.unsure.lowerBound - 1] == false)
            if found.isExact { #expect(found == Self.linear(states)) }
        }
    }

    @Test func `a chain of a thousand steps is asked a dozen times`() {
        var count = 0

        let found = LastChange.find(count: 1000, oneByOne: 2) { step in
            count += 1
            return step >= 137
        }

        #expect(found?.step == 137)
        #expect(count <= 13)
    }
}
