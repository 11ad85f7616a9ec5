import CAllocations
import CLinux
import Glibc
import PaydownCore
import PaydownDashboard
import PaydownFormats
import PaydownScreen

/// What only the inside can be asked.
extension ScreenBenchmark {
    /// P6: the time of a filter without the way to the screen.
    func filter() throws {
        // As the dashboard does.
        paydown_save_memory()
        Report.heading("Filter and list, inside, the fastest of 9")
        for (path, count, limit) in [(small, 10_000, 0.005), (large, findings, 0.060)] {
            let snapshot = try SnapshotReader().read(path)
            let loaded = LoadedSnapshot(id: SnapshotID(0), snapshot: snapshot)
            let index = Self.times { _ = LoadedSnapshot(id: loaded.id, snapshot: snapshot) }
            Report.line("index of \(count) findings", index.text)
            func list(_ filter: String) -> Listing? {
                let query = ListingQuery(snapshot: loaded.id, check: "imports", filter: filter)
                return ListingBuilder(query, current: loaded, baseline: nil, comparison: nil).build()
            }
            Report.line("list of \(count) findings", Self.times { _ = list("") }.text)
            let whole = list("")
            for filter in ["m", "manager_12", "path:agent", "\"hand\"", "path:agent !handler_1 manager_12"] {
                let times = Self.times { _ = list(filter) }
                Report.line(
                    "P6 filter `\(filter)`, \(count) rows", times.text, bar: Report.seconds(limit),
                    isReached: times.fastest <= limit)
                let query = ListingQuery(snapshot: loaded.id, check: "imports", filter: filter)
                let builder = ListingBuilder(query, current: loaded, baseline: nil, comparison: nil)
                guard builder.firstPage(after: whole) != nil else { continue }
                let page = Self.times { _ = builder.firstPage(after: whole) }
                Report.line("   its first page", page.text, bar: "16.0 ms", isReached: page.fastest <= 0.016)
            }
        }
    }

    /// A list of ten thousand findings on a large screen.
    func wideList() throws -> Model {
        let snapshot = LoadedSnapshot(id: SnapshotID(0), snapshot: try SnapshotReader().read(small))
        var model = Model(size: Size(width: 200, height: 60), now: snapshot.header.takenAt)
        _ = model.update(.found([Archive.Entry(id: snapshot.id, name: "a", header: snapshot.header, content: .header)]))
        for effect in model.update(.loaded(snapshot)) { answer(effect, &model) }
        for effect in model.update(.input(.key(.character("1")))) { answer(effect, &model) }
        return model
    }

    /// P4 and P13: frames drawn without a terminal.
    func drawing() throws {
        Report.heading("Drawing, inside")
        let model = try wideList()
        var buffer = Buffer(size: model.size)
        let times = (0..<300).map { _ in
            let before = Self.processorSeconds
            RootView.draw(model, on: &buffer)
            return Self.processorSeconds - before
        }
        .sorted()
        line("P4 draw all of 200x60, p99, of the processor", times[times.count * 99 / 100], limit: 0.004)
        Report.line("P4 the same, p50", Report.seconds(Report.median(times)))
        allocations(model)
    }

    /// P13, of each screen as it is, and of a cursor on its way through a list.
    private func allocations(_ wide: Model) {
        var model = wide
        press(.input(.resize(Size(width: 120, height: 36))), &model)
        var painter = FramePainter(size: model.size)
        let screens: [(Unicode.Scalar, String)] = [
            ("0", "overview"), ("1", "imports"), ("4", "golden path"), ("5", "plan"), ("6", "timeline"), ("?", "help"),
        ]
        for (key, name) in screens {
            press(.input(.key(.character(key))), &model)
            painter.draw(model)
            // The least of a few: other threads may still be giving back what they held.
            let count = (0..<5).map { _ in Self.allocations { painter.draw(model) } }.min() ?? 0
            Report.line("P13 allocations of a steady frame: \(name)", "\(count)", bar: "0", isReached: count == 0)
            var buffer = Buffer(size: model.size)
            RootView.draw(model, on: &buffer)
            Report.line("   drawn from nothing", "\(Self.allocations { RootView.draw(model, on: &buffer) })")
        }
        press(.input(.key(.escape)), &model)
        for key in ["1", "L"] as [Unicode.Scalar] { press(.input(.key(.character(key))), &model) }
        painter.draw(model)
        let moves = (0..<12).map { step in
            _ = model.update(.input(.key(.character(step % 3 == 2 ? "k" : "j"))))
            return Self.allocations { painter.draw(model) }
        }
        // The first ones learn what does not change.
        let most = moves.dropFirst(2).max() ?? 0
        Report.line("P13 allocations of a cursor's move in a list", "\(most)", bar: "0", isReached: most == 0)
        Report.line("   of the first two after a whole frame", "\(moves[0]), \(moves[1])")
        // To the last row that is seen, and on.
        press(.input(.key(.character("G"))), &model)
        painter.draw(model)
        let scrolls = (0..<60).map { _ in
            let top = model.checkState.tree.top
            _ = model.update(.input(.key(.character("k"))))
            let count = Self.allocations { painter.draw(model) }
            return model.checkState.tree.top == top ? 0 : count
        }
        Report.line("   of a move that scrolls, at most", "\(scrolls.max() ?? 0)")
    }

    private static func allocations(_ body: () -> Void) -> Int {
        let before = paydown_allocations()
        body()
        return paydown_allocations() - before
    }

    private func press(_ event: Event, _ model: inout Model) {
        for effect in model.update(event) { answer(effect, &model) }
    }

    /// Nine runs of something that one thread computes: the fastest by the processor's time, which counts beside a bar
    /// since it is the same on a busy machine, and the fastest by the clock.
    private static func times(_ body: () -> Void) -> (fastest: Double, text: String) {
        var processor: [Double] = []
        var clock: [Double] = []
        for _ in 0..<9 {
            let (begin, before) = (ContinuousClock.now, processorSeconds)
            body()
            processor.append(processorSeconds - before)
            clock.append(Report.seconds(since: begin))
        }
        let (fastest, byClock) = (processor.min() ?? .nan, clock.min() ?? .nan)
        return (fastest, "\(Report.seconds(fastest)) of the processor, \(Report.seconds(byClock)) by the clock")
    }

    /// Of this thread.
    static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private func answer(_ effect: Effect, _ model: inout Model) {
        guard let event = model.question(effect)?({ false }) else { return }
        for next in model.update(event) { answer(next, &model) }
    }
}
