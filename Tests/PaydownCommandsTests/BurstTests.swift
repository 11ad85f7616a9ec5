import Testing

@testable import PaydownCommands

/// Files change in bursts; each is looked at once.
struct BurstTests {
    private let start = ContinuousClock.now

    private func moment(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    /// The moments at which is looked, when files change at these, asked every millisecond.
    private func looks(_ changes: [Int]) -> [Int] {
        var burst = Burst()
        var looks: [Int] = []
        for millisecond in 0...((changes.max() ?? 0) + 1000) {
            for change in changes where change == millisecond { burst.add(at: moment(change)) }
            if burst.isOver(at: moment(millisecond)) { looks.append(millisecond) }
        }
        return looks
    }

    @Test func `nothing is looked at before something changes`() {
        #expect(looks([]).isEmpty)
        #expect(Burst().due == nil)
    }

    @Test func `a thousand files that change at once are one look, when it is quiet`() {
        #expect(looks((0..<1000).map { $0 / 10 }) == [99 + 15])
    }

    @Test func `changes apart from each other are a look each`() {
        #expect(looks([0, 200]) == [15, 215])
    }

    @Test func `where it never becomes quiet there is a look every half second`() {
        #expect(looks(Array(stride(from: 0, through: 2000, by: 10))) == [500, 1010, 1520, 2015])
    }

    @Test func `what was put off is looked at without waiting`() {
        var burst = Burst()
        burst.hurry(at: moment(5))
        let isEarly = burst.isOver(at: moment(4))
        let isOver = burst.isOver(at: moment(5))
        #expect(!isEarly && isOver)
        #expect(burst.due == nil)
    }
}
