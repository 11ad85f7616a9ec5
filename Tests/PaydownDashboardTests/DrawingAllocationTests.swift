import CAllocations
import PaydownDashboard
import PaydownScreen
import PaydownTestSupport
import Testing

/// How often drawing asks for memory once a frame is there: a count, so it can be held in a test.
struct DrawingAllocationTests {
    /// Of drawing the model as it is; nil where nothing can be counted.
    private static func allocations(_ painter: inout FramePainter, _ model: Model) -> Int? {
        let before = paydown_allocations()
        painter.draw(model)
        return before < 0 ? nil : paydown_allocations() - before
    }

    @Test(arguments: Screen.allCases, FrameTests.sizes)
    func `a screen on which nothing changes allocates nothing`(screen: Screen, size: Size) {
        var session = SampleArchive.history.session(size)
        session.press("\(screen.rawValue)")
        var painter = FramePainter(size: size)
        // Twice: the first comparison of two models sets up types in the runtime.
        for _ in 0..<2 { painter.draw(session.model) }

        #expect(Self.allocations(&painter, session.model) ?? 0 == 0)
    }

    @Test(arguments: Layers.allCases)
    func `a layer in which nothing changes allocates nothing`(layer: Layers) {
        var session = SampleArchive.history.session(Size(width: 120, height: 36))
        session.press("1")
        layer.open(&session)
        var painter = FramePainter(size: session.model.size)
        for _ in 0..<2 { painter.draw(session.model) }

        #expect(Self.allocations(&painter, session.model) ?? 0 == 0)
    }

    @Test func `a long filter is drawn with no more allocations than a short one`() {
        func count(_ length: Int) -> Int {
            var session = SampleArchive.python.session(Size(width: 80, height: 24))
            session.press("1 /")
            session.send(.input(.paste(String(repeating: "x", count: length))))
            var buffer = Buffer(size: session.model.size)
            RootView.draw(session.model, on: &buffer)
            let before = paydown_allocations()
            RootView.draw(session.model, on: &buffer)
            return paydown_allocations() - before
        }
        let (short, long) = (count(100), count(4000))
        // One for each character would be 3,900 more.
        #expect(long <= short + 1000, "\(short), \(long)")
    }

    @Test(arguments: ["1", "2", "3"])
    func `a cursor that moves in a list allocates nothing`(key: String) {
        var session = SampleArchive.history.session(Size(width: 120, height: 36))
        session.press(key)
        session.press("L")
        session.isAnswering = false
        var painter = FramePainter(size: session.model.size)
        painter.draw(session.model)
        var counts: [Int] = []
        for step in 0..<12 {
            session.press(step % 3 == 2 ? "k" : "j")
            counts.append(Self.allocations(&painter, session.model) ?? 0)
        }

        // The row that the cursor leaves first is drawn anew, without it, and what does not change is remembered.
        // Without optimisation steps through some arrays take one each: 48 at most.
        #if DEBUG
            let limit = 60
        #else
            let limit = 0
        #endif
        #expect(counts.dropFirst(2).allSatisfy { $0 <= limit }, "\(counts)")
    }

    @Test(arguments: ["1", "2", "3"])
    func `a list that scrolls by a line draws one row`(key: String) {
        var session = SampleArchive.history.session(Size(width: 120, height: 24))
        session.press(key)
        session.press("L")
        session.press("G")
        session.isAnswering = false
        var painter = FramePainter(size: session.model.size)
        painter.draw(session.model)
        var counts: [Int] = []
        for _ in 0..<40 {
            let top = session.model.checkState.tree.top
            session.press("k")
            let count = Self.allocations(&painter, session.model) ?? 0
            if session.model.checkState.tree.top != top { counts.append(count) }
        }

        // A whole frame takes some 200, and without optimisation over 700.
        #if DEBUG
            let limit = 400
        #else
            let limit = 60
        #endif
        #expect(!counts.isEmpty)
        #expect(counts.allSatisfy { $0 <= limit }, "\(counts)")
    }
}
