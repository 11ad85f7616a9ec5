import PaydownCore
import PaydownTestSupport
import Testing

@testable import PaydownHistory

/// Findings that were lost, remembered as long as they are not back.
struct LostFindingsTests {
    /// Each life is one finding of its own, twenty of a file.
    private func identity(_ life: UInt32) -> LostIdentity {
        LostIdentity(path: life / 20, rule: life % 5, scope: life % 20, statement: life + 1)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `what comes and goes all the time is known again, and remembered once`(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var lost = LostFindings()
        var away: Set<UInt32> = []
        for step in 0..<2000 {
            let leaving = (0..<5).map { _ in UInt32(random.below(400)) }
            for life in leaving where away.insert(life).inserted {
                lost.lose(LostFindings.Lost(life: life, identity: identity(life), state: .fixed, step: step))
            }
            let returning = Set((0..<5).map { _ in UInt32(random.below(400)) }).sorted()
            let found = lost.lives(of: returning.map(identity))
            #expect(found == returning.map { away.contains($0) ? $0 : nil })
            for life in returning where away.remove(life) != nil {
                #expect(lost.revive(life) == .fixed)
            }
        }
        // Of 400 there are, thousands have left by now.
        #expect(lost.all.count < 2500)
        #expect(lost.all.count(where: \.isLost) == away.count)
    }
}
