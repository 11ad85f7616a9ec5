/// Finds the step of a chain at which something last became what it is at the chain's end.
///
/// What is looked for may have come, gone and come again, so bisection alone would find any of these. The steps before
/// the end are therefore asked one by one first, which is exact and, since changes are asked about soon after they were
/// made, short. What is still the same after that is bisected: then the step found is one at which it changed, and
/// `isExact` is false. Steps that cannot tell, such as a file that does not parse, are passed over as `git bisect skip`
/// does; when they stand right before the step, any of them may be the one.
struct LastChange: Equatable {
    /// From where on it is as at the end.
    let step: Int
    /// Steps right before it that cannot tell.
    let unsure: Range<Int>
    /// Whether there is no later step at which it changed.
    let isExact: Bool

    /// - Parameters:
    ///   - count: of the steps, at least one; the first one is where the chain starts from and changed nothing.
    ///   - steps: how many are asked one by one.
    ///   - isAsAtEnd: whether something is at a step what it is at the end; nil when the step cannot tell. Asked at most once
    ///     a step.
    /// - Returns: nil when it was so from the start.
    static func find<Failure: Error>(
        count: Int, oneByOne steps: Int, isAsAtEnd: (Int) throws(Failure) -> Bool?
    ) throws(Failure) -> LastChange? {
        var first = count - 1
        var asked = 0
        var step = count - 2
        while step >= 0, asked < steps {
            switch try isAsAtEnd(step) {
            case true: first = step
            case false: return LastChange(step: first, unsure: (step + 1)..<first, isExact: true)
            default: break
            }
            asked += 1
            step -= 1
        }
        guard step >= 0 else { return nil }
        return try bisect(below: first, untold: step + 1, isAsAtEnd)
    }

    /// - Parameters:
    ///   - first: is as at the end, and all steps from `untold` on to there cannot tell.
    private static func bisect<Failure: Error>(
        below first: Int, untold: Int, _ isAsAtEnd: (Int) throws(Failure) -> Bool?
    ) throws(Failure) -> LastChange? {
        // Steps not asked yet are below `high`.
        var (low, high, first) = (0, untold, first)
        var mute: Set<Int> = []
        guard try isAsAtEnd(0) == false else {
            return try linear(below: high, first: first, isAsAtEnd)
        }
        while low + 1 < high {
            guard let (told, isSame) = try nearest(to: (low + high) / 2, low: low, high: high, &mute, isAsAtEnd)
            else { break }
            if isSame {
                (first, high) = (told, told)
            } else {
                low = told
            }
        }
        return LastChange(step: first, unsure: (low + 1)..<first, isExact: false)
    }

    /// It was so at the start: whatever happened in between is seen only by asking every step.
    private static func linear<Failure: Error>(
        below high: Int, first: Int, _ isAsAtEnd: (Int) throws(Failure) -> Bool?
    ) throws(Failure) -> LastChange? {
        var first = first
        for step in (1..<max(1, high)).reversed() {
            switch try isAsAtEnd(step) {
            case true: first = step
            case false: return LastChange(step: first, unsure: (step + 1)..<first, isExact: true)
            default: break
            }
        }
        return nil
    }

    /// The step between `low` and `high` nearest to the middle that can tell; nil when none can.
    ///
    /// - Parameter mute: those that are known to be unable to.
    private static func nearest<Failure: Error>(
        to middle: Int, low: Int, high: Int, _ mute: inout Set<Int>, _ isAsAtEnd: (Int) throws(Failure) -> Bool?
    ) throws(Failure) -> (Int, Bool)? {
        for distance in 0..<(high - low) {
            for step in distance == 0 ? [middle] : [middle + distance, middle - distance]
            where step > low && step < high && !mute.contains(step) {
                if let isSame = try isAsAtEnd(step) { return (step, isSame) }
                mute.insert(step)
            }
        }
        return nil
    }
}
