import PaydownDashboard
import PaydownScreen
import Testing

/// Names that do not fit keep what tells them apart.
struct ShortNameTests {
    @Test(arguments: [
        ("core.websocket.manager", 40, "core.websocket.manager"),
        ("netra.app.websocket_core.manager", 25, "…websocket_core.manager"),
        ("MockManager.broadcast_event", 25, "MockMana….broadcast_event"),
        ("UnifiedManager.broadcast_event", 25, "UnifiedM….broadcast_event"),
        ("MockManager.broadcast_event", 19, "…broadcast_event"),
        ("app.core.broadcast_event", 21, "…core.broadcast_event"),
    ])
    func `of a dotted name the end is kept, of a method's class its beginning too`(
        name: String, width: Int, short: String
    ) {
        let fitted = ShortName.fitting(name, width: width, .unicode)
        #expect(fitted == short)
        #expect(DisplayWidth.of(fitted) <= width)
    }

    @Test func `no name is ever wider than its room`() {
        for name in ["a.b", "Class.method_with_name", "x.y.z.w", "日本語の名前.方法の名前", "no_dots_at_all_in_here"] {
            for width in 1...30 {
                #expect(DisplayWidth.of(ShortName.fitting(name, width: width, .ascii)) <= width || width == 1)
            }
        }
    }

    @Test(arguments: [
        "apps.voice.websocket_core.manager", "WebSocketManager.send_event", "voice/core/session/session_store.py",
        "one_name_without_any_part_that_is_very_long", "a.b.c.d.e.f.g.h.i.j.k", "Reader.next_event_that_never_ends",
        ".hidden.name", "ends.with.",
    ])
    func `names of ASCII are cut where names of other letters are`(_ name: String) {
        let twin = name.replacing("e", with: "\u{E9}")
        for width in 0...50 {
            let cut = ShortName.fitting(name, width: width, .unicode)
            #expect(ShortName.fitting(twin, width: width, .unicode) == cut.replacing("e", with: "\u{E9}"))
            let path = ShortName.path(name, width: width, .unicode)
            #expect(ShortName.path(twin, width: width, .unicode) == path.replacing("e", with: "\u{E9}"))
        }
    }
}
