import PaydownCore
import PaydownDashboard
import PaydownFormats
import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownCommands

/// `paydown render` draws what the model shows.
struct HeadlessSessionTests {
    private static let python = SamplePlace.root + "SampleData/python/snapshots"

    private func session(_ size: Size, now: Timestamp? = nil) -> HeadlessSession {
        HeadlessSession(
            size: size, glyphs: .unicode, arguments: [Self.python],
            sources: SourceReader(roots: [SamplePlace.root + "SampleData/python"]), now: now)
    }

    @Test(arguments: ["1", "1jj", "2/manager<enter>", "3z", "4n", "5", "6", "0?sort", "1[b"])
    func `the frame of render is the frame of the model`(keys: String) throws {
        var session = session(Size(width: 100, height: 30))
        session.press(try KeyScript.keys("0" + keys))
        var buffer = Buffer(size: session.model.size)
        RootView.draw(session.model, on: &buffer)

        let home = try TemporaryDirectory()
        let run = try CommandRun(
            TerminalProgram.built("paydown"),
            [
                "render", "--root", SamplePlace.root + "SampleData/python", "--size", "100x30", "--keys", keys,
                Self.python,
            ], environment: ["HOME": home.path])
        #expect(
            run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
                == buffer.lines)
    }

    @Test func `two sessions with the same keys end in the same state`() throws {
        let keys = try KeyScript.keys("1jjl/man<enter>oFs d3nz4n65G<enter>")
        var first = session(Size(width: 120, height: 36))
        var second = session(Size(width: 120, height: 36))
        first.press(keys)
        second.press(keys)
        var buffers = [Buffer(size: first.model.size), Buffer(size: first.model.size)]
        RootView.draw(first.model, on: &buffers[0])
        RootView.draw(second.model, on: &buffers[1])
        #expect(buffers[0] == buffers[1])
    }

    @Test func `since when findings of plain files are there is told by all the files before`() throws {
        var session = session(Size(width: 200, height: 60))
        session.press(try KeyScript.keys("1"))

        let snapshots = try SnapshotLocator().locate([Self.python]).files.map { try SnapshotReader().read($0.path) }
        let births = LifeTracer(snapshots).births()
        let told = try #require(session.model.births(of: session.model.shown))
        #expect(snapshots.count == 5 && Set(births).count > 1)
        #expect(births.indices.map { told.day($0) } == births.map { snapshots[$0].header.takenAt.day })
        #expect(births.indices.filter { told.mayBeOlder($0) } == births.indices.filter { births[$0] == 0 })
        var buffer = Buffer(size: session.model.size)
        RootView.draw(session.model, on: &buffer)
        #expect(buffer.lines.contains { $0.contains("d+ ") })
    }

    @Test func `the time is the newest snapshot's unless another is given`() {
        #expect(session(Size(width: 80, height: 24)).model.now == Timestamp("2025-10-06T17:20:00+02:00"))
        let later = Timestamp(seconds: 1_800_000_000)
        #expect(session(Size(width: 80, height: 24), now: later).model.now == later)
    }

    @Test func `what cannot be read is among the problems`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("broken.json", "{\"format\":\"paydown-snapshot\",\"version\":1,")
        let session = HeadlessSession(
            size: Size(width: 80, height: 24), glyphs: .unicode, arguments: [folder.path],
            sources: SourceReader(roots: []))
        #expect(session.problems.count == 1)
        #expect(session.problems.first?.contains("broken.json") == true)
    }
}
