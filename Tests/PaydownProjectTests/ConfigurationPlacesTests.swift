import PaydownProject
import PaydownScreen
import Testing

@Suite struct ConfigurationPlacesTests {
    @Test(
        arguments: [
            (["XDG_CONFIG_HOME": "/x", "HOME": "/home/me"], "/x/paydown"),
            (["HOME": "/home/me"], "/home/me/.config/paydown"),
            (["XDG_CONFIG_HOME": "", "HOME": "/home/me"], "/home/me/.config/paydown"),
            (["XDG_CONFIG_HOME": "relative", "HOME": "/home/me"], "/home/me/.config/paydown"),
            ([:], nil),
        ] as [([String: String], String?)])
    func `the user's folder is where XDG says`(environment: [String: String], expected: String?) {
        let places = ConfigurationPlaces(environment: { environment[$0] }, root: nil)

        #expect(places.userFolder == expected)
        #expect(places.userFile == expected.map { $0 + "/config.toml" })
        #expect(places.userThemes == expected.map { $0 + "/themes" })
    }

    @Test func `the project's files are at its root`() {
        let places = ConfigurationPlaces(environment: { _ in nil }, root: "/p")

        #expect(places.projectFiles == ["/p/paydown.toml", "/p/pyproject.toml"])
        #expect(places.projectThemes == "/p/.paydown/themes")
        #expect(places.watched == ["/p/.paydown/themes", "/p/paydown.toml", "/p/pyproject.toml"])
    }
}

@Suite struct GlyphChoiceTests {
    @Test(
        arguments: [
            (["LANG": "en_US.UTF-8", "TERM": "xterm-256color"], 1, GlyphSet.unicode),
            (["LC_ALL": "C.utf8", "LANG": "C", "TERM": "tmux"], 1, .unicode),
            (["LC_ALL": "", "LC_CTYPE": "de_DE.UTF-8", "TERM": "xterm"], 1, .unicode),
            (["LC_ALL": "C", "LANG": "en_US.UTF-8", "TERM": "xterm"], 1, .ascii),
            (["LANG": "de_DE.ISO-8859-1", "TERM": "xterm"], 1, .ascii),
            (["TERM": "xterm"], 1, .ascii),
            (["LANG": "en_US.UTF-8", "TERM": "linux"], 1, .ascii),
            (["LANG": "en_US.UTF-8", "TERM": "dumb"], 1, .ascii),
            (["LANG": "en_US.UTF-8", "TERM": "vt100"], 1, .ascii),
            (["LANG": "en_US.UTF-8"], 1, .ascii),
            (["LANG": "ja_JP.UTF-8", "TERM": "xterm"], 2, .ascii),
        ] as [([String: String], Int, GlyphSet)])
    func `auto is Unicode only where locale, terminal and widths allow`(
        environment: [String: String], ruleWidth: Int, expected: GlyphSet
    ) {
        #expect(GlyphChoice.auto.glyphs(environment: { environment[$0] }, ruleWidth: ruleWidth) == expected)
        #expect(GlyphChoice.unicode.glyphs(environment: { environment[$0] }, ruleWidth: ruleWidth) == .unicode)
        #expect(GlyphChoice.ascii.glyphs(environment: { environment[$0] }, ruleWidth: ruleWidth) == .ascii)
    }
}
