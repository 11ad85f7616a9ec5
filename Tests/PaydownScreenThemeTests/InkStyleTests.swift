import PaydownScreen
import Testing

@Suite struct InkStyleTests {
    private let painted = """
        [roles]
        background = "#101010"
        "background.raised" = "#181818"
        text = "#eeeeee"
        "text.muted" = { fg = "#aaaaaa", dim = true }
        "text.match" = { fg = "#000000", bg = "#ffff00" }
        good = "#00ff00"
        selection = "#303030"
        """

    @Test func `text lies on its ground and takes the text's colour when it has none`() throws {
        let theme = try resolver("one", ["one": painted]).theme(.trueColor)

        #expect(theme.style(Ink(.good)) == style("#00ff00", "#101010"))
        #expect(theme.style(Ink(.good, on: .raised)) == style("#00ff00", "#181818"))
        #expect(theme.style(Ink(.good, on: .selection)) == style("#00ff00", "#303030"))
        #expect(theme.style(Ink(.info)) == style("#eeeeee", "#101010"))
        #expect(theme.style(Ink(.background, on: .raised)) == style("#eeeeee", "#181818"))
    }

    @Test func `a role with its own background keeps it on every ground`() throws {
        let theme = try resolver("one", ["one": painted]).theme(.trueColor)

        for ground in Ink.Ground.allCases {
            #expect(theme.style(Ink(.textMatch, on: ground)) == style("#000000", "#ffff00"))
        }
    }

    @Test func `bold and underline come from the ink, and bold takes dim away`() throws {
        let theme = try resolver("one", ["one": painted]).theme(.trueColor)

        #expect(theme.style(Ink(.good, isBold: true, isUnderlined: true)).attributes == [.bold, .underline])
        #expect(theme.style(Ink(.textMuted)).attributes == .dim)
        #expect(theme.style(Ink(.textMuted, isBold: true)).attributes == .bold)
    }

    @Test func `nothing is dim on a selection`() throws {
        let theme = try resolver("one", ["one": painted]).theme(.trueColor)

        #expect(theme.style(Ink(.textMuted, on: .selection)).attributes == [])
        #expect(theme.style(Ink(.textMuted, on: .selectionInactive)).attributes == [])
    }

    @Test func `a reversed selection drops colours and keeps bold and underline`() throws {
        let text = """
            [roles]
            good = { fg = "green", italic = true }
            bad = { fg = "red", bold = true }
            "text.link" = { underline = true }
            selection = { reverse = true }
            """
        let theme = try resolver("one", ["one": text]).theme(.sixteen)

        #expect(theme.style(Ink(.good, on: .selection)) == Style(attributes: .reverse))
        #expect(theme.style(Ink(.bad, on: .selection)) == Style(attributes: [.reverse, .bold]))
        #expect(theme.style(Ink(.textLink, on: .selection)) == Style(attributes: [.reverse, .underline]))
    }

    @Test func `what is reversed anyway turns back on a reversed selection`() throws {
        let text = "[roles]\n\"text.match\" = { reverse = true }\nselection = { reverse = true }\n"
        let theme = try resolver("one", ["one": text]).theme(.sixteen)

        #expect(theme.style(Ink(.textMatch)) == Style(attributes: .reverse))
        #expect(theme.style(Ink(.textMatch, on: .selection)) == Style())
    }

    @Test func `a selection with a text colour gives it to every role`() throws {
        let text = painted.replacing(
            "selection = \"#303030\"", with: "selection = { fg = \"#000000\", bg = \"#ffff00\" }")
        let theme = try resolver("one", ["one": text]).theme(.trueColor)

        for role in Role.allCases {
            #expect(theme.style(Ink(role, on: .selection)) == style("#000000", "#ffff00"), "\(role.name)")
        }
    }

    @Test(arguments: [("#fafafa", "#000000"), ("#101010", "#ffffff")])
    func `the terminal's own text on a painted page becomes black or white`(page: String, expected: String) throws {
        let theme = try resolver("one", ["one": "[roles]\nbackground = \"\(page)\"\n"]).theme(.trueColor)

        #expect(theme.style(.text).foreground == color(expected))
    }

    private func style(_ foreground: String, _ background: String) -> Style {
        Style(foreground: color(foreground), background: color(background))
    }
}
