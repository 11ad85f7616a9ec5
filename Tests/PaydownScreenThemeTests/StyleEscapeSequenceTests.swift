import PaydownScreen
import Testing

@Suite struct StyleEscapeSequenceTests {
    @Test(arguments: [
        (Style(), "\u{1B}[0m"),
        (Style(foreground: .indexed(1), background: .indexed(4)), "\u{1B}[0;31;44m"),
        (Style(foreground: .indexed(9), background: .indexed(15)), "\u{1B}[0;91;107m"),
        (Style(foreground: .indexed(114), background: .indexed(16)), "\u{1B}[0;38;5;114;48;5;16m"),
        (
            Style(foreground: .rgb(red: 1, green: 20, blue: 255), attributes: [.bold, .reverse]),
            "\u{1B}[0;1;7;38;2;1;20;255m"
        ),
        (Style(attributes: [.dim, .italic, .underline]), "\u{1B}[0;2;3;4m"),
    ])
    func `a style is written as SGR`(style: Style, expected: String) {
        #expect(style.escapeSequence == expected)
    }
}
