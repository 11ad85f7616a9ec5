import CAllocations
import PaydownScreen
import PaydownTestSupport
import Testing

extension TerminalTests {
    @Suite struct AllocationTests {
        @Test func `the counter counts`() {
            let before = paydown_allocations()
            let made = [UInt8](repeating: 1, count: Int.random(in: 1000...2000))
            #expect(made.count >= 1000)
            #expect(before < 0 || paydown_allocations() > before)
        }

        @Test(arguments: [[:], ["COLORTERM": "truecolor"]])
        func `showing a frame allocates nothing once all its parts have been seen`(variables: [String: String]) throws {
            let size = Size(width: 120, height: 36)
            let opened = try OpenedSession(size: size, variables)
            let frames =
                [3, 4].map { ProbeFrame.list(size: size, selected: $0) }
                + [1, 2].map { ProbeFrame.noise(size: size, seed: $0) }
            for _ in 0..<3 {
                for frame in frames { opened.show(frame) }
            }

            var allocations = 0
            for frame in frames + frames {
                let before = paydown_allocations()
                opened.session.show(frame, ProbeFrame.theme)
                allocations += paydown_allocations() - before
                opened.settle()
            }

            // Without optimisation comparing the tables of clusters takes one for each frame that has some.
            #if DEBUG
                #expect(allocations <= 2 * frames.count)
            #else
                #expect(allocations == 0)
            #endif
        }
    }
}
