import PaydownDashboard
import PaydownScreen
import PaydownTestSupport
import Testing

/// No size of a terminal breaks a screen or what lies over it.
struct SweepTests {
    static let looks: [(glyphs: GlyphSet, isAccessible: Bool)] = [(.unicode, false), (.ascii, false), (.unicode, true)]

    @Test(arguments: Screen.allCases)
    func `a screen draws at every small size`(screen: Screen) {
        for look in Self.looks {
            var session = Self.session(look)
            session.press("\(screen.rawValue) j enter j")
            for width in 1...40 {
                // Every size in the plainest look, every sixth one in the others.
                for height in 1...20 where look == Self.looks[0] || (width + height) % 6 == 0 {
                    session.resize(Size(width: width, height: height))
                    Self.expectSound(session)
                }
            }
        }
    }

    @Test(arguments: Layers.allCases)
    func `a layer draws at every small size, opened there or before`(layer: Layers) {
        for look in Self.looks {
            var open = Self.session(look)
            open.press("1")
            layer.open(&open)
            for width in 1...40 {
                for height in 1...20 where (width * 3 + height) % 11 == 0 {
                    let size = Size(width: width, height: height)
                    open.resize(size)
                    Self.expectSound(open)
                    guard (width + height) % 3 == 0 else { continue }
                    var fresh = Self.session(look)
                    fresh.resize(size)
                    fresh.press("1")
                    layer.open(&fresh)
                    Self.expectSound(fresh)
                }
            }
        }
    }

    @Test(arguments: Screen.allCases)
    func `a screen draws at large sizes of any shape`(screen: Screen) {
        var random = SeededRandom(seed: UInt64(screen.rawValue) + 1)
        var session = SampleArchive.history.session(Size(width: 80, height: 24))
        session.press("\(screen.rawValue) j")
        for _ in 0..<23 {
            session.change { $0.glyphs = Bool.random(using: &random) ? .unicode : .ascii }
            session.change { $0.isAccessible = Int.random(in: 0..<4, using: &random) == 0 }
            let width = Int.random(in: 1...500, using: &random)
            session.resize(Size(width: width, height: Int.random(in: 1...200, using: &random)))
            Self.expectSound(session)
        }
    }

    @Test func `a zoomed part draws at every size`() {
        var session = Self.session(Self.looks[0])
        for screen in Screen.allCases {
            session.resize(Size(width: 120, height: 36))
            session.press("\(screen.rawValue)")
            for _ in ScreenLayout(session.model).frames {
                session.resize(Size(width: 120, height: 36))
                session.press("tab z")
                for (width, height) in [(1, 1), (7, 3), (39, 9), (40, 10), (75, 24), (110, 30), (180, 44), (300, 100)] {
                    session.resize(Size(width: width, height: height))
                    Self.expectSound(session)
                }
                session.press("z")
            }
        }
    }

    private static func session(_ look: (glyphs: GlyphSet, isAccessible: Bool)) -> Session {
        var session = Session.shop(Size(width: 80, height: 24), glyphs: look.glyphs)
        session.change { $0.isAccessible = look.isAccessible }
        return session
    }

    private static func expectSound(_ session: Session) {
        let broken = session.brokenInvariants()
        #expect(broken.isEmpty, "at \(session.model.size.width)x\(session.model.size.height)")
    }
}

private func == (left: (glyphs: GlyphSet, isAccessible: Bool), right: (glyphs: GlyphSet, isAccessible: Bool)) -> Bool {
    left.glyphs == right.glyphs && left.isAccessible == right.isAccessible
}
