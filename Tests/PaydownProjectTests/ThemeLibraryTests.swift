import PaydownProject
import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct ThemeLibraryTests {
    @Test func `the project's theme counts before the user's, and the user's before the one compiled in`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("user/nord.toml", "[roles]\ngood = \"#000001\"\n")
        try folder.write("user/mine.toml", "[roles]\ngood = \"#000002\"\n")
        try folder.write("project/mine.toml", "[roles]\ngood = \"#000003\"\n")
        try folder.write("project/notes.txt", "no theme")

        let library = library(folder)

        #expect(library.errors == [])
        #expect(library.names == ["base"] + (BuiltInThemes.names.filter { $0 != "base" } + ["mine"]).sorted())
        #expect(try good("nord", library) == .rgb(red: 0, green: 0, blue: 1))
        #expect(try good("mine", library) == .rgb(red: 0, green: 0, blue: 3))
        #expect(library.entries.first { $0.name == "mine" }?.source == .project(folder.path + "/project/mine.toml"))
    }

    @Test func `folders that are not there hold no themes`() {
        let library = ThemeLibrary(userFolder: "/nowhere/at/all", projectFolder: nil)

        #expect(library.names == ThemeLibrary.builtIn.names)
        #expect(library.errors == [])
    }

    @Test func `a theme may inherit from one compiled in and repaint it`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("user/mine.toml", "inherits = \"paydown-dark\"\n[palette]\nleaf = \"#00ff00\"\n")

        let library = library(folder)

        #expect(try good("mine", library) == .rgb(red: 0, green: 255, blue: 0))
        #expect(try library.theme(named: "mine", depth: .sixteen).style(Ink(.good)).foreground == .indexed(2))
    }

    @Test func `a broken file is left out and told, and the others stay`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("user/broken.toml", "[roles]\ngod = \"red\"\n")
        try folder.write("user/good.toml", "[roles]\ngood = \"red\"\n")
        try folder.write("user/lost.toml", "inherits = \"nrod\"\n")
        try folder.write("user/pale.toml", "[roles]\ngood = \"laef\"\n")

        let library = library(folder)

        #expect(library.names.contains("good"))
        for name in ["broken", "lost", "pale"] { #expect(!library.names.contains(name)) }
        let user = folder.path + "/user/"
        #expect(
            library.errors.map(\.description) == [
                user + "broken.toml:2:1: unknown key 'god' in [roles]; did you mean 'good'?",
                user + "lost.toml:1:12: inherits from 'nrod', and no theme has that name; did you mean 'nord'? "
                    + "'paydown theme list' shows them all",
                user + "pale.toml:2:8: unknown colour 'laef'; "
                    + "write '#rrggbb', 'default', an ANSI name, 0 to 255 or a name from [palette]",
            ])
    }

    @Test func `asking for a broken theme tells what is wrong with it`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("user/broken.toml", "[roles\n")

        let error = #expect(throws: ConfigurationError.self) { try good("broken", library(folder)) }

        #expect(error?.file == folder.path + "/user/broken.toml")
        #expect(error?.position?.line == 1)
    }

    @Test func `a theme that breaks keeps its last good form until it is mended`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("user/mine.toml", "[roles]\ngood = \"#000001\"\n")
        let first = library(folder)

        try folder.write("user/mine.toml", "[roles]\ngood = \"#00000\"\n")
        let second = library(folder, previous: first)
        try folder.write("user/mine.toml", "[roles]\ngood = \"nobody\"\n")
        let third = library(folder, previous: second)
        try folder.write("user/mine.toml", "[roles]\ngood = \"#000002\"\n")
        let fourth = library(folder, previous: third)

        #expect(try good("mine", second) == .rgb(red: 0, green: 0, blue: 1))
        #expect(second.errors.count == 1)
        #expect(try good("mine", third) == .rgb(red: 0, green: 0, blue: 1))
        #expect(third.errors.count == 1)
        #expect(try good("mine", fourth) == .rgb(red: 0, green: 0, blue: 2))
        #expect(fourth.errors == [])
    }

    @Test func `themes that inherit in a circle are left out, each told with both files`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("user/one.toml", "inherits = \"two\"\n")
        try folder.write("project/two.toml", "inherits = \"one\"\n")

        let library = library(folder)

        #expect(!library.names.contains("one") && !library.names.contains("two"))
        #expect(library.errors.count == 2)
        for error in library.errors {
            #expect(error.description.contains("/user/one.toml") && error.description.contains("/project/two.toml"))
        }
    }

    @Test func `an unknown theme is told where it was asked for, with the nearest name`() throws {
        let origin = SettingOrigin(file: "config.toml", position: TextPosition(line: 3, column: 9))

        let error = #expect(throws: ConfigurationError.self) {
            try ThemeLibrary.builtIn.theme(.named("nrod"), mode: nil, depth: .trueColor, origin: origin)
        }

        #expect(
            error?.description
                == "config.toml:3:9: no theme is named 'nrod'; did you mean 'nord'? "
                + "'paydown theme list' shows them all")
    }

    @Test(
        arguments: [
            (ThemeChoice.auto, Theme.Mode.light, "base"), (.auto, nil, "base"), (.named("nord"), .light, "nord"),
            (.byMode(dark: "nord", light: "paydown-light"), .light, "paydown-light"),
            (.byMode(dark: "nord", light: "paydown-light"), .dark, "nord"),
            (.byMode(dark: "nord", light: "paydown-light"), nil, "nord"),
        ] as [(ThemeChoice, Theme.Mode?, String)])
    func `a choice is a theme by the terminal's mode`(choice: ThemeChoice, mode: Theme.Mode?, name: String) throws {
        #expect(try ThemeLibrary.builtIn.theme(choice, mode: mode, depth: .trueColor).name == name)
    }

    @Test func `the word auto is a choice, and every other is a name`() {
        #expect(ThemeChoice("auto") == .auto)
        #expect(ThemeChoice("nord") == .named("nord"))
    }

    @Test func `a theme has a pair for the other mode only`() {
        let library = ThemeLibrary.builtIn

        #expect(library.pair(of: "paydown-dark", for: .light) == "paydown-light")
        #expect(library.pair(of: "paydown-dark", for: .dark) == nil)
        #expect(library.pair(of: "base", for: .light) == nil)
    }

    @Test func `going from theme to theme visits all and comes back`() {
        let library = ThemeLibrary.builtIn
        var seen = ["base"]
        while seen.count <= library.names.count { seen.append(library.name(after: seen[seen.count - 1])) }

        #expect(seen == library.names + ["base"])
        #expect(library.name(after: "no such theme") == "base")
    }

    private func library(_ folder: TemporaryDirectory, previous: ThemeLibrary? = nil) -> ThemeLibrary {
        ThemeLibrary(
            userFolder: folder.path + "/user", projectFolder: folder.path + "/project", previous: previous)
    }

    private func good(_ name: String, _ library: ThemeLibrary) throws -> Color {
        try library.theme(named: name, depth: .trueColor).style(Ink(.good)).foreground
    }
}
