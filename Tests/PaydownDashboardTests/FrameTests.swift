import PaydownDashboard
import PaydownScreen
import PaydownTestSupport
import Testing

/// Every screen as it is, cell for cell, with what each cell means; see `FrameText`.
struct FrameTests {
    static let sizes = [
        Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 200, height: 60),
    ]

    @Test(arguments: Screen.allCases, sizes)
    func `each screen is as recorded`(screen: Screen, size: Size) {
        for glyphs in [GlyphSet.unicode, .ascii] {
            var session = SampleArchive.history.session(size, glyphs: glyphs)
            session.press("\(screen.rawValue)")
            compare(session, "\(screen)", glyphs)
        }
    }

    @Test(
        arguments: Screen.allCases,
        [Size(width: 60, height: 20), Size(width: 40, height: 12), Size(width: 30, height: 8)])
    func `each screen is as recorded where there is little room`(screen: Screen, size: Size) {
        var session = SampleArchive.history.session(size)
        session.press("\(screen.rawValue)")
        compare(session, "\(screen)", .unicode)
    }

    @Test(arguments: sizes)
    func `a finding with its source is as recorded`(size: Size) {
        var session = SampleArchive.python.session(size)
        session.press("1 j")
        compare(session, "python-imports", .unicode)
    }

    @Test(arguments: sizes)
    func `targets in per cent are as recorded`(size: Size) {
        var session = SampleArchive.python.session(size)
        session.press("5")
        compare(session, "python-plan", .unicode)
    }

    @Test(arguments: sizes)
    func `definitions side by side are as recorded`(size: Size) {
        var session = SampleArchive.python.session(size)
        session.press("3 j")
        compare(session, "python-duplicates", .unicode)
        session.press("tab z")
        compare(session, "python-duplicates-zoomed", .unicode)
    }

    @Test(arguments: sizes)
    func `a timeline of half a year is as recorded`(size: Size) {
        var session = SampleArchive.simulated.session(size)
        session.press("6")
        compare(session, "simulated-timeline", .unicode)
    }

    @Test(arguments: Layers.allCases, [Size(width: 80, height: 24), Size(width: 120, height: 36)])
    func `each layer is as recorded`(layer: Layers, size: Size) {
        for glyphs in [GlyphSet.unicode, .ascii] {
            var session = SampleArchive.history.session(size, glyphs: glyphs)
            session.press("1")
            layer.open(&session)
            compare(session, "layer-\(layer)", glyphs)
        }
    }

    @Test(arguments: Layers.allCases)
    func `each layer is as recorded where there is little room`(layer: Layers) {
        var session = SampleArchive.python.session(Size(width: 40, height: 12))
        session.press("1")
        layer.open(&session)
        compare(session, "layer-\(layer)", .unicode)
    }

    @Test(arguments: Emptiness.allCases)
    func `where there is nothing to show the screen says why, as recorded`(state: Emptiness) {
        let session = state.session
        compare(session, "empty-\(state)", .unicode)
    }

    @Test func `the screens for reading aloud are as recorded`() {
        for screen in Screen.allCases {
            var session = SampleArchive.history.session(Size(width: 80, height: 24))
            session.change { $0.isAccessible = true }
            session.press("\(screen.rawValue)")
            compare(session, "accessible-\(screen)", .unicode)
        }
    }

    private func compare(_ session: Session, _ name: String, _ glyphs: GlyphSet) {
        let size = "\(session.model.size.width)x\(session.model.size.height)"
        let suffix = glyphs == .ascii ? "-ascii" : ""
        do {
            try Golden("\(name)-\(size)\(suffix).txt").compare(with: FrameText.text(session.frame))
        } catch {
            Issue.record(error)
        }
    }
}
