/// Ten thousand futures, each made of weeks that have been: a paired bootstrap.
///
/// A performance file: a plan of a dozen targets is forecast again whenever a snapshot comes, between two frames,
/// so 12 of these have 50 ms. All runs go forward week by week, and a run that has reached its goal leaves the
/// array, so the cost is one draw for each week that a run still needs: 12 targets that take 20 weeks or so cost
/// about 2.5 million draws, at 4 ns each. The plain form, one run after the other, is in the tests.
///
/// What came in and what went out in a week stay together (paired), since a week of many fixes is often also one
/// of many new findings. Only their difference moves the remainder, so that is what is kept of a pair.
package struct Bootstrap: Equatable, Sendable {
    /// The number of futures. Of 10,000 a share is known within one per cent.
    package static let runs = 10_000
    /// How far a forecast looks ahead, in weeks.
    package static let horizon = 104

    package let runs: Int
    /// How many runs had reached the goal after 0, 1, 2 … weeks; ends with the week in which the last one did.
    package private(set) var finished: [Int]
    /// What is left after 0, 1, 2 … weeks, at each of `quantiles`: so much or less in that share of the runs.
    package private(set) var remainders: [[Double]] = []

    /// - Parameters:
    ///   - remainder: what is left to do now.
    ///   - limit: the goal is reached where the remainder has fallen to this.
    ///   - nets: what each week of the past took off the remainder, negative where it added; at least one.
    ///   - quantiles: for which shares, 0...1, the way of the remainder is wanted; that costs as much again.
    package init(
        remainder: Double, limit: Double, nets: [Double], seed: UInt64, runs: Int = Bootstrap.runs,
        quantiles: [Double] = []
    ) {
        self.runs = runs
        guard remainder > limit, !nets.isEmpty else {
            finished = [remainder > limit ? 0 : runs]
            remainders = quantiles.isEmpty ? [] : [quantiles.map { _ in remainder }]
            return
        }
        finished = [0]
        var random = Xoshiro256(seed: seed)
        var left = [Double](repeating: remainder, count: runs)
        if !quantiles.isEmpty { remainders.append(quantiles.map { _ in remainder }) }
        for _ in 0..<Self.horizon {
            var index = 0
            var active = left.count
            while index < active {
                let rest = left[index] - nets[random.below(nets.count)]
                if rest <= limit {
                    active -= 1
                    left[index] = left[active]
                } else {
                    left[index] = rest
                    index += 1
                }
                // The run that took the place of one that has ended is still to be moved this week.
            }
            left.removeLast(left.count - active)
            finished.append(runs - active)
            if !quantiles.isEmpty { remainders.append(rest(left, at: quantiles)) }
            if active == 0 { break }
        }
    }

    /// The runs that have reached the goal have nothing left; of the others the one at that place.
    ///
    /// Works on a copy: which run gets which draw must not depend on whether somebody looks.
    private func rest(_ left: [Double], at quantiles: [Double]) -> [Double] {
        var sorting = left
        return quantiles.map { share in
            let place = Self.place(share, of: runs) - 1 - (runs - sorting.count)
            return place >= 0 ? sorting.selected(place) : 0
        }
    }

    /// The least number of weeks after which that share of the runs has reached the goal; nil when it never has.
    package func weeks(for share: Double) -> Int? {
        let wanted = Self.place(share, of: runs)
        return finished.firstIndex { $0 >= wanted }
    }

    /// The share of the runs that have reached the goal after that many weeks, 0...1.
    package func share(after weeks: Int) -> Double {
        guard weeks >= 0 else { return 0 }
        return Double(finished[min(weeks, finished.count - 1)]) / Double(runs)
    }

    /// The share of the runs that do not get there at all, 0...1.
    package var unending: Double { 1 - share(after: Self.horizon) }

    /// The number of runs that make up a share: at least that many.
    private static func place(_ share: Double, of runs: Int) -> Int {
        max(1, Int((share * Double(runs) - 1e-9).rounded(.up)))
    }
}

extension [Double] {
    /// The element that would stand at that place if they were sorted; changes their order.
    ///
    /// C. A. R. Hoare, "Algorithm 65: find", 1961, with the middle of three as the pivot: expected linear.
    fileprivate mutating func selected(_ place: Int) -> Double {
        var low = 0
        var high = count - 1
        while low < high {
            let (first, middle, last) = (self[low], self[(low + high) / 2], self[high])
            let pivot = Swift.max(Swift.min(first, middle), Swift.min(Swift.max(first, middle), last))
            var (left, right) = (low, high)
            while left <= right {
                while self[left] < pivot { left += 1 }
                while pivot < self[right] { right -= 1 }
                if left <= right {
                    swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right {
                high = right
            } else if place >= left {
                low = left
            } else {
                break
            }
        }
        return self[place]
    }
}
