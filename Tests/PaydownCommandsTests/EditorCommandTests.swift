import PaydownDashboard
import Testing

@testable import PaydownCommands

/// How a person's editor is called.
struct EditorCommandTests {
    private let place = Effect.Location(path: "/src/a b.py", line: 12)

    private func command(
        _ variables: [String: String], configured: [String]? = nil, places: [Effect.Location]? = nil
    ) -> [String]? {
        EditorCommand(places: places ?? [place], configured: configured, environment: variables)?.arguments
    }

    @Test func `the configured editor comes before VISUAL, that before EDITOR, and vi is last`() {
        let both = ["VISUAL": "nvim", "EDITOR": "nano"]
        #expect(command(both, configured: ["hx"])?.first == "hx")
        #expect(command(both)?.first == "nvim")
        #expect(command(["EDITOR": "nano"])?.first == "nano")
        #expect(command(["VISUAL": "  ", "EDITOR": ""])?.first == "vi")
        #expect(command([:])?.first == "vi")
    }

    @Test(arguments: [
        ("vim", ["vim", "+12", "/src/a b.py"]), ("/usr/bin/nvim", ["/usr/bin/nvim", "+12", "/src/a b.py"]),
        ("emacsclient -nw", ["emacsclient", "-nw", "+12", "/src/a b.py"]), ("nano", ["nano", "+12", "/src/a b.py"]),
        ("hx", ["hx", "/src/a b.py:12"]), ("subl -w", ["subl", "-w", "/src/a b.py:12"]),
        ("zed", ["zed", "/src/a b.py:12"]), ("code --wait", ["code", "--wait", "--goto", "/src/a b.py:12"]),
        ("cursor", ["cursor", "--goto", "/src/a b.py:12"]), ("pycharm", ["pycharm", "--line", "12", "/src/a b.py"]),
        ("my-editor", ["my-editor", "+12", "/src/a b.py"]),
    ])
    func `each editor gets the line in its own way`(editor: String, arguments: [String]) {
        #expect(command(["EDITOR": editor]) == arguments)
    }

    @Test func `a place without a line is a file alone`() {
        let whole = [Effect.Location(path: "/src/a.py", line: 0)]
        for editor in ["vim", "hx", "code", "pycharm"] {
            #expect(command(["EDITOR": editor], places: whole) == [editor, "/src/a.py"])
        }
    }

    @Test(arguments: ["-e", "+!rm -rf x", "--cmd=quit", "+12"])
    func `a file's name is never taken for an option`(name: String) {
        for editor in ["vim", "hx", "code", "pycharm"] {
            for line in [0, 3] {
                let arguments = command(["EDITOR": editor], places: [Effect.Location(path: name, line: line)]) ?? []
                #expect(arguments.contains { $0.hasPrefix("./" + name) })
                #expect(!arguments.contains { $0.hasPrefix(name) && $0 != "+12" })
            }
        }
    }

    @Test(arguments: ["$(touch x)", "`touch x`", "a;b", "a'b\"c", "a\nb", "*"])
    func `a file's name is one argument, whatever a shell would make of it`(name: String) {
        let arguments = command(["EDITOR": "vim"], places: [Effect.Location(path: name, line: 1)])
        #expect(arguments == ["vim", "+1", name])
    }

    @Test func `several files open at once, vi at the first one's line`() {
        let places = [Effect.Location(path: "a.py", line: 3), Effect.Location(path: "b.py", line: 9)]
        #expect(command(["EDITOR": "vim"], places: places) == ["vim", "+3", "a.py", "b.py"])
        #expect(command(["EDITOR": "hx"], places: places) == ["hx", "a.py:3", "b.py:9"])
        #expect(command(["EDITOR": "code"], places: places) == ["code", "--goto", "a.py:3", "--goto", "b.py:9"])
    }

    @Test func `without a file there is nothing to call`() {
        #expect(command(["EDITOR": "vim"], places: []) == nil)
    }

    @Test func `editors with windows of their own are not waited for`() {
        func isDetached(_ editor: String) -> Bool? {
            EditorCommand(places: [place], configured: nil, environment: ["EDITOR": editor])?.isDetached
        }
        for editor in ["code", "/opt/bin/subl", "pycharm", "gvim", "zed"] { #expect(isDetached(editor) == true) }
        for editor in ["vim", "nano", "hx", "emacs -nw", "kak"] { #expect(isDetached(editor) == false) }
    }

    @Test(arguments: [
        ("vim", ["vim"]), ("  code   --wait ", ["code", "--wait"]), ("'my editor' -x", ["my editor", "-x"]),
        ("\"a b\"/c", ["a b/c"]), ("a\\ b c", ["a b", "c"]), ("''", [""]), ("a''b", ["ab"]),
        ("\"it's\" 'say \"x\"'", ["it's", "say \"x\""]), ("a\\", ["a"]), ("'a\\b'", ["a\\b"]), ("\"open", ["open"]),
        ("$HOME/x ~ *", ["$HOME/x", "~", "*"]), ("a\tb", ["a", "b"]), ("", []), ("   ", []),
    ])
    func `words are split as a shell would, without expanding anything`(text: String, words: [String]) {
        #expect(EditorCommand.words(text) == words)
    }
}
