import PaydownDashboard
import PaydownScreen
import Testing

/// Keys as a configuration changes them.
struct KeyBindingsTests {
    private func bindings(_ overrides: (String, [Key])...) -> (bindings: KeyBindings, problems: [String]) {
        var problems: [String] = []
        let overrides = overrides.enumerated().map { line, override in
            KeyBindings.Override(action: override.0, keys: override.1, place: "config.toml:\(line + 1)")
        }
        let bindings = KeyBindings(overrides: overrides, problems: &problems)
        return (bindings, problems)
    }

    @Test(arguments: ActionTable.all.map(\.id))
    func `every action can be put on other keys`(id: ActionID) {
        let (bindings, problems) = bindings((id.rawValue, [.function(7), .function(8)]))
        let context = ActionTable.action(id).context
        #expect(problems.isEmpty)
        #expect(bindings.keys(for: id) == [.function(7), .function(8)])
        #expect(bindings.action(for: .function(8), in: [context]) == id)
        for name in ActionTable.action(id).keys {
            #expect(Key(name).flatMap { bindings.action(for: $0, in: [context]) } != id)
        }
    }

    @Test(arguments: ActionTable.all.map(\.id))
    func `every action can be taken off its keys`(id: ActionID) {
        let (bindings, problems) = bindings((id.rawValue, []))
        #expect(problems.isEmpty)
        #expect(bindings.keys(for: id).isEmpty)
        #expect(bindings.label(for: id, .unicode) == "")
    }

    @Test func `a key that is given to another action is taken from the one that had it`() {
        let (bindings, problems) = bindings(("find.filter", [.character("d")]))
        #expect(problems.isEmpty)
        #expect(bindings.action(for: .character("d"), in: [.list, .anywhere]) == .findFilter)
        #expect(bindings.keys(for: .sinceToggle).isEmpty)
        #expect(bindings.action(for: .character("d"), in: [.group]) == .groupFolder, "after a prefix it is another key")
    }

    @Test func `two actions that want the same key are a clash with both places`() {
        let (bindings, problems) = bindings(("mark", [.character("z")]), ("hide", [.character("z"), .character("Z")]))
        #expect(problems == ["config.toml:2: key 'z' is already given to 'mark' at config.toml:1"])
        #expect(bindings.action(for: .character("z"), in: [.list, .anywhere]) == .mark)
        #expect(bindings.keys(for: .hide) == [.character("Z")])
    }

    @Test func `the same key on screens that never meet is no clash`() {
        let (bindings, problems) = bindings(
            ("golden.only-failures", [.character("Q")]), ("timeline.measure", [.character("Q")]))
        #expect(problems.isEmpty)
        #expect(bindings.action(for: .character("Q"), in: [.golden, .anywhere]) == .onlyFailures)
        #expect(bindings.action(for: .character("Q"), in: [.timeline, .anywhere]) == .timelineMeasure)
    }

    @Test func `an unknown action is reported with its place and the nearest name`() {
        let (bindings, problems) = bindings(("find.filtr", [.character("f")]))
        #expect(
            problems == [
                "config.toml:1: no action is called 'find.filtr'; did you mean 'find.filter'? (paydown keys lists all)"
            ])
        #expect(bindings == .standard)
    }

    @Test func `two keys for quitting and none for hiding hold in a session`() {
        var session = Session.shop()
        let (bindings, _) = bindings(("quit", [.character("Q"), .control("c")]), ("hide", []))
        session.send(.configured(bindings, problems: []))
        session.press("1 j x")
        #expect(session.model.hidden.isEmpty)
        session.press("Q")
        #expect(session.doings == [.quit])
    }

    @Test func `labels are arrows where there are glyphs for them`() {
        let (bindings, _) = bindings(("move.down", [.down]))
        #expect(bindings.label(for: .moveDown, .unicode) == "↓")
        #expect(bindings.label(for: .moveDown, .ascii) == "down")
    }
}
