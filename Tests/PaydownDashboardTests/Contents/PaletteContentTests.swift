import PaydownCore
import PaydownScreen
import Testing

@testable import PaydownDashboard

struct PaletteContentTests {
    private func content(_ session: Session) throws -> PaletteContent {
        guard case .palette(let state) = session.model.layers.last else { throw Missing() }
        return state.content
    }

    private struct Missing: Error {}

    @Test func `typing finds among what was offered, a new snapshot makes a new offer`() throws {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press(":")
        let offer = try content(session).offer
        session.type("core")
        let found = try content(session)
        #expect(found.offer === offer)
        #expect(found.entries.count < offer.entries.count)

        session.meet([Fixture.snapshot(hour: 9)])
        let later = try content(session)
        #expect(later.offer !== offer)
        #expect(later.total > offer.entries.count)
        session.press("backspace")
        #expect(try content(session).offer === later.offer)
    }

    @Test(arguments: ["m", "core", "core.manager", "Theme", "b", "go to", "Next", "zzz", "snapshot: ", "sort by"])
    func `what has the text as it is typed comes first, as ranking each title says`(_ input: String) throws {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press(":")
        let offer = try content(session).offer

        let titles = PaletteContent(offer, input: input).entries.map(\.title)
        let words = input.split(separator: " ").map { FuzzyMatch(String($0)) }
        let matching = offer.entries.map(\.title).enumerated().filter { title in
            words.allSatisfy { $0.matches(title.element) }
        }
        let naive = matching.sorted { (rank($0.element, input), $0.offset) < (rank($1.element, input), $1.offset) }
        #expect(titles == naive.prefix(200).map(\.element))
    }

    private func rank(_ title: String, _ input: String) -> Int {
        let (title, lowered) = (title.lowercased(), input.lowercased())
        if title == lowered || title.hasSuffix(": " + lowered) { return -1 }
        if title.hasPrefix(lowered) { return 0 }
        if title.contains(": " + lowered) { return 1 }
        return title.contains(lowered) ? 2 : 3
    }
}
