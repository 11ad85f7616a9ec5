import PaydownTestSupport
import Testing

@testable import PaydownCore

struct BootstrapTests {
    /// The plain form: one run after the other, from a generator of its own.
    private func naive(_ remainder: Double, _ limit: Double, _ nets: [Double], runs: Int) -> [Int] {
        var numbers = SeededRandom(seed: 99)
        var ends = [Int](repeating: 0, count: Bootstrap.horizon + 1)
        for _ in 0..<runs {
            var left = remainder
            for week in 1...Bootstrap.horizon {
                left -= numbers.pick(nets)
                if left <= limit {
                    ends[week] += 1
                    break
                }
            }
        }
        var finished = 0
        return ends.map { count in
            finished += count
            return finished
        }
    }

    @Test func `shares are those of runs made one after the other`() {
        let cases: [([Double], Double)] = [
            ([0, 10], 50), ([3, 1, -2, 8, 0, 0], 40), ([25, -20], 30), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 100),
        ]
        for (nets, remainder) in cases {
            let runs = Bootstrap(remainder: remainder, limit: 0, nets: nets, seed: 5)
            let twin = naive(remainder, 0, nets, runs: 10_000)
            for week in 0...Bootstrap.horizon {
                // Two shares of 10,000 differ by more than 0.03 once in 20,000 times or less: 4.2 deviations.
                #expect(abs(runs.share(after: week) - Double(twin[week]) / 10_000) < 0.03, "\(nets) week \(week)")
            }
        }
    }

    @Test func `a share never falls, and ends are found where it reaches them`() {
        let runs = Bootstrap(remainder: 60, limit: 0, nets: [4, 9, -3, 0, 7], seed: 1)

        #expect(runs.finished == runs.finished.sorted())
        for percent in 1...100 {
            guard let weeks = runs.weeks(for: Double(percent) / 100) else { continue }
            #expect(runs.share(after: weeks) >= Double(percent) / 100)
            #expect(weeks == 0 || runs.share(after: weeks - 1) < Double(percent) / 100)
        }
    }

    @Test func `a run draws once for each week it needs`() {
        // 7 a week from 20: three weeks, whatever is drawn.
        let runs = Bootstrap(remainder: 20, limit: 0, nets: [7], seed: 1, runs: 50)

        #expect(runs.finished == [0, 0, 0, 50])
    }

    @Test func `reaching a limit exactly is enough for at most and not for below`() {
        #expect(Bootstrap(remainder: 10, limit: 0, nets: [5], seed: 1, runs: 10).weeks(for: 1) == 2)
        #expect(
            Bootstrap(remainder: 10, limit: -1e-9, nets: [5], seed: 1, runs: 10).weeks(for: 1) == 3)
    }

    @Test func `the same seed gives the same futures and another one others`() {
        let nets = [4.0, 9, -3, 0, 7]
        func finished(_ seed: UInt64) -> [Int] {
            Bootstrap(remainder: 90, limit: 0, nets: nets, seed: seed).finished
        }
        #expect(finished(3) == finished(3))
        #expect(finished(3) != finished(4))
    }

    @Test func `the way of the remainder meets the goal where the share does`() {
        let nets = [4.0, 9, -3, 0, 7]
        let shares = [0.15, 0.5, 0.85]
        let runs = Bootstrap(remainder: 60, limit: 0, nets: nets, seed: 8, quantiles: shares)

        #expect(runs.finished == Bootstrap(remainder: 60, limit: 0, nets: nets, seed: 8).finished)
        for (column, share) in shares.enumerated() {
            let weeks = runs.weeks(for: share) ?? Int.max
            for (week, row) in runs.remainders.enumerated() {
                #expect((row[column] <= 0) == (week >= weeks), "share \(share) week \(week)")
            }
        }
        #expect(runs.remainders.allSatisfy { $0 == $0.sorted() })
    }

    @Test func `the way of the remainder is the sorted runs' own`() {
        // All runs in step: the remainder of every share is the same number.
        let constant = Bootstrap(remainder: 30, limit: 0, nets: [7], seed: 1, runs: 100, quantiles: [0.1, 0.9])
        #expect(constant.remainders == [[30, 30], [23, 23], [16, 16], [9, 9], [2, 2], [0, 0]])

        // One week of 0 or 10 at even odds: half of the runs are at 20, the others at 10.
        let coin = Bootstrap(remainder: 20, limit: 0, nets: [0, 10], seed: 1, quantiles: [0.25, 0.75])
        #expect(coin.remainders[1] == [10, 20])
    }

    @Test func `xoshiro256** is the published one`() {
        // The first numbers of both from a seed of 0, as other implementations publish them for their tests.
        var seeds = SplitMix64(seed: 0)
        #expect(seeds.next() == 0xE220_A839_7B1D_CDAF)
        #expect(seeds.next() == 0x6E78_9E6A_A1B9_65F4)
        var random = Xoshiro256(seed: 0)
        #expect(random.next() == 0x99EC_5F36_CB75_F2B4)
        #expect(random.next() == 0xBF6E_1F78_4956_452A)
    }
}
