import PaydownDashboard
import PaydownScreen
import Testing

/// The one table that keyboard, footer, help, palette and documentation are made from.
struct ActionTableTests {
    @Test func `every action stands in the table exactly once`() {
        #expect(ActionTable.all.count == ActionID.allCases.count)
        #expect(Set(ActionTable.all.map(\.id)) == Set(ActionID.allCases))
    }

    @Test func `every default key is a key, and has a name that reads back`() throws {
        for action in ActionTable.all {
            #expect(!action.keys.isEmpty, "\(action.id) has no key")
            for name in action.keys {
                let key = try #require(Key(name), "\(action.id) has '\(name)'")
                #expect(Key(key.name) == key)
            }
        }
    }

    @Test func `titles and hints are words`() {
        for action in ActionTable.all {
            #expect(!action.title.isEmpty)
            #expect(action.hint.count <= action.title.count || action.hint.count <= 12)
            #expect(
                action.title.first?.isUppercase != true || action.title.hasPrefix("Markdown") || action.title == "JSON")
        }
    }

    @Test func `no default key is one that a terminal, tmux or vim takes`() {
        var forbidden: Set<Key> = []
        for letter in ["h", "j", "k", "l", "s", "q", "[", "i", "m"] {
            forbidden.insert(.control(Unicode.Scalar(letter) ?? "x"))
        }
        for action in ActionTable.all {
            for key in action.keys.compactMap({ Key($0) }) where forbidden.contains(key) {
                // ^l is the redraw of every terminal program.
                #expect(action.id == .redraw && key == .control("l"), "\(action.id) is on \(key.name)")
            }
            #expect(!action.keys.contains { $0.lowercased().hasPrefix("alt") || $0.hasPrefix("M-") })
        }
    }

    @Test(arguments: Screen.allCases)
    func `no key means two things on a screen`(screen: Screen) {
        var session = Session.shop()
        session.press("\(screen.rawValue)")
        let contexts = session.model.contexts
        var meaning: [Key: ActionID] = [:]
        for action in ActionTable.all where contexts.contains(action.context) {
            for key in action.keys.compactMap({ Key($0) }) {
                // What f does everywhere else is without meaning where tests are listed, not snapshots.
                if screen == .goldenPath, action.id == .watchFollow { continue }
                #expect(meaning[key] == nil, "\(key.name) is \(action.id) and \(String(describing: meaning[key]))")
                meaning[key] = action.id
            }
        }
    }

    @Test(arguments: [Action.Context.sort, .group, .yank])
    func `no key means two things after a prefix`(context: Action.Context) {
        let keys = ActionTable.all.filter { $0.context == context }.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: Screen.allCases)
    func `the footer has at most seven hints, all of keys that do something there`(screen: Screen) {
        var session = Session.shop(Size(width: 400, height: 40))
        session.press("\(screen.rawValue) j")
        let footer = session.footer
        let hints = ScreenLayout.view(of: session.model).hints(session.model)
        for id in hints.prefix(7) {
            let action = ActionTable.action(id)
            let key = session.model.bindings.label(for: id, .unicode)
            #expect(footer.contains("\(key) \(action.hint)"), "\(id)")
            #expect(session.model.contexts.contains(action.context), "\(id) has no meaning on \(screen)")
        }
        #expect(footer.contains("? help"))
    }

    @Test func `footer hints are whole or left out, and help stays`() {
        for width in 8...140 {
            var session = Session.shop(Size(width: width, height: 24))
            session.press("1 j")
            let footer = session.footer
            #expect(footer.contains("? help"))
            guard width >= 40 else { continue }
            let hints = ScreenLayout.view(of: session.model).hints(session.model).map { ActionTable.action($0) }
            let shown = footer.components(between: "? help")
            for word in shown {
                #expect(
                    hints.contains { session.model.bindings.label(for: $0.id, .unicode) + " " + $0.hint == word },
                    "|\(word)| at \(width)")
            }
        }
    }

    @Test func `the table as text and as Markdown has every key`() {
        let text = KeyTable.lines(.standard, markdown: false).joined(separator: "\n")
        let markdown = KeyTable.lines(.standard, markdown: true).joined(separator: "\n")
        for action in ActionTable.all {
            #expect(text.contains(action.id.rawValue))
            #expect(markdown.contains(action.title))
            for key in action.keys { #expect(text.contains(key)) }
        }
        for section in Action.Section.allCases { #expect(markdown.contains("| \(section.rawValue) |")) }
    }

    @Test func `an action without keys is left out of the Markdown and not out of the text`() {
        var problems: [String] = []
        let bindings = KeyBindings(
            overrides: [KeyBindings.Override(action: "hide", keys: [], place: "c.toml:1")], problems: &problems)
        #expect(!KeyTable.lines(bindings, markdown: true).contains { $0.contains("hide until restart") })
        #expect(KeyTable.lines(bindings, markdown: false).contains { $0.contains("hide until restart") })
    }
}

extension String {
    /// The hints before `end`: a footer separates them by two spaces.
    fileprivate func components(between end: String) -> [String] {
        let characters = Array(self)
        var words: [String] = []
        var word = ""
        var index = 0
        while index < characters.count {
            if characters[index] == " ", index + 1 < characters.count, characters[index + 1] == " " {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else if !(word.isEmpty && characters[index] == " ") {
                word.append(characters[index])
            }
            if word == end { return words }
            index += 1
        }
        return words
    }
}
