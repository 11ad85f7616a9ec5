import PaydownDashboard
import PaydownScreen
import PaydownTestSupport
import Testing

/// Whatever a cat does on the keyboard, the dashboard stays sound.
struct KeySoupTests {
    /// 4 seeds of 5,000 events each.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `random keys, clicks, pastes and sizes never break it`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var session = Session.shop(Size(width: 100, height: 30))
        for step in 0..<5000 {
            let event = Self.event(&random)
            session.send(.input(event))
            let broken = session.brokenInvariants(drawing: step % 29 == 0)
            #expect(broken.isEmpty, "after \(step) events, the last one \(event)")
            guard broken.isEmpty else { return }
        }
    }

    /// Any key there is, those of the table more often.
    static func event(_ random: inout SeededRandom) -> InputEvent {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<60:
            let names = ActionTable.all.flatMap(\.keys)
            return .key(Key(names.randomElement(using: &random) ?? "j") ?? .enter)
        case 60..<78:
            let scalar = Unicode.Scalar(UInt32.random(in: 0x20...0x7E, using: &random)) ?? "x"
            return .key(.character(scalar))
        case 78..<84:
            let keys: [Key] = [
                .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown,
                .character("é"), .character("漢"), .character("\u{301}"), .character("👩"), .function(9),
            ]
            return .key(keys.randomElement(using: &random) ?? .enter)
        case 84..<96:
            let kinds: [MouseEvent.Kind] = [.press, .press, .release, .drag, .wheelUp, .wheelDown]
            let point = Point(x: Int.random(in: 0..<130, using: &random), y: Int.random(in: 0..<40, using: &random))
            return .mouse(MouseEvent(kinds.randomElement(using: &random) ?? .press, at: point))
        case 96..<98:
            let texts = ["manager", "a\nb\tc", "\u{1B}[31m", "/(", "漢字", String(repeating: "x", count: 300)]
            return .paste(texts.randomElement(using: &random) ?? "")
        default:
            let small = Bool.random(using: &random)
            return .resize(
                Size(
                    width: Int.random(in: 1...(small ? 50 : 210), using: &random),
                    height: Int.random(in: 1...(small ? 14 : 60), using: &random)))
        }
    }
}
