/// Values that are JSON and values that are not, by RFC 8259, and where other readers are known to think otherwise.
///
/// The idea is that of JSONTestSuite (one file per question, yes, no, or up to the reader); the cases are our own.
struct JSONCase: Sendable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]
    let isValid: Bool
    /// What Foundation's JSONSerialization says, where it is not what we say.
    var foundation: Bool?
    /// What Python's json says, where it is not what we say.
    var python: Bool?

    var description: String { name }

    init(_ name: String, _ text: String, _ isValid: Bool, foundation: Bool? = nil, python: Bool? = nil) {
        self.init(name, bytes: Array(text.utf8), isValid, foundation: foundation, python: python)
    }

    init(_ name: String, bytes: [UInt8], _ isValid: Bool, foundation: Bool? = nil, python: Bool? = nil) {
        self.name = name
        self.bytes = bytes
        self.isValid = isValid
        self.foundation = foundation
        self.python = python
    }

    /// Text in quotes out of raw bytes.
    private static func quoted(_ bytes: [UInt8]) -> [UInt8] { [0x22] + bytes + [0x22] }

    static let all: [JSONCase] = literals + numbers + strings + escapes + utf8 + structures

    private static let literals = [
        JSONCase("null", "null", true), JSONCase("true", "true", true), JSONCase("false", "false", true),
        JSONCase("capital null", "Null", false), JSONCase("cut true", "tru", false),
        JSONCase("long true", "truee", false),
        JSONCase("undefined", "undefined", false), JSONCase("single quotes", "'a'", false),
        JSONCase("nothing", "", false), JSONCase("only space", " ", false),
        JSONCase("NaN", "NaN", false, python: true), JSONCase("Infinity", "Infinity", false, python: true),
        JSONCase("minus Infinity", "-Infinity", false, python: true), JSONCase("nan", "nan", false),
    ]

    private static let numbers = [
        JSONCase("zero", "0", true), JSONCase("minus zero", "-0", true), JSONCase("whole", "123456789", true),
        JSONCase("ten digits", "4294967296", true), JSONCase("fraction", "0.5", true),
        JSONCase("exponent", "1e5", true),
        JSONCase("capital exponent", "1E+5", true), JSONCase("negative exponent", "-1.5e-5", true),
        JSONCase("zero exponent digits", "1e00", true),
        JSONCase("long fraction", "0." + String(repeating: "3", count: 400), true),
        JSONCase("too small", "1e-999", true),
        JSONCase("leading zero", "01", false), JSONCase("minus leading zero", "-01", false),
        JSONCase("two zeros", "00", false),
        JSONCase("plus", "+1", false), JSONCase("only minus", "-", false), JSONCase("two minus", "--1", false),
        JSONCase("no whole part", ".5", false), JSONCase("no fraction", "1.", false),
        JSONCase("no digits in exponent", "1e", false),
        JSONCase("sign without exponent", "1e+", false), JSONCase("two points", "1.2.3", false),
        JSONCase("hexadecimal", "0x1F", false),
        JSONCase("underscore", "1_000", false), JSONCase("trailing letter", "12a", false),
        JSONCase("space after minus", "- 1", false),
        JSONCase("point then exponent", "1.e5", false), JSONCase("fullwidth digit", "１", false),
        JSONCase("fraction in exponent", "1e5.5", false), JSONCase("comma as point", "1,5", false),
    ]

    private static let strings = [
        JSONCase("empty text", #""""#, true), JSONCase("plain text", #""abc""#, true),
        JSONCase("eight bytes", #""12345678""#, true),
        JSONCase("sixteen bytes", #""1234567812345678""#, true), JSONCase("delete", "\"\u{7F}\"", true),
        JSONCase("slash", #""a/b""#, true), JSONCase("line separator", "\"\u{2028}\"", true),
        JSONCase("open text", #""abc"#, false), JSONCase("only a quote", "\"", false),
        JSONCase("line break", "\"a\nb\"", false),
        JSONCase("tab", "\"a\tb\"", false), JSONCase("zero byte", "\"a\u{0}b\"", false),
        JSONCase("escape byte", "\"\u{1B}[0m\"", false),
        JSONCase("unit separator", "\"1234567\u{1F}\"", false), JSONCase("two texts", #""a" "b""#, false),
    ]

    private static let escapes = [
        JSONCase("every short escape", #""\"\\\/\b\f\n\r\t""#, true), JSONCase("four digits", #""\u00e9\u00E9""#, true),
        JSONCase("escaped zero", #""\u0000""#, true), JSONCase("surrogate pair", #""\ud83d\ude00""#, true),
        JSONCase("noncharacter", #""\uffff""#, true), JSONCase("escaped quote", #""\u0022""#, true),
        JSONCase("unknown escape", #""\a""#, false), JSONCase("octal escape", #""\012""#, false),
        JSONCase("hex escape", #""\x41""#, false),
        JSONCase("capital U", #""\U0041""#, false), JSONCase("three digits", #""\u004""#, false),
        JSONCase("letter g", #""\u00g0""#, false),
        JSONCase("escape at the end", #""\"#, false), JSONCase("u at the end", #""\u"#, false),
        JSONCase("cut digits", #""\u00"#, false),
        JSONCase("lone first half", #""\ud83d""#, false, python: true),
        JSONCase("lone second half", #""\ude00""#, false, python: true),
        JSONCase("two first halves", #""\ud83d\ud83d""#, false, python: true),
        JSONCase("halves apart", #""\ud83dx\ude00""#, false, python: true),
        JSONCase("half and cut", #""\ud83d\u"#, false),
        JSONCase("half and newline escape", #""\ud83d\n""#, false, python: true),
    ]

    private static let utf8 = [
        JSONCase("two bytes", #""é""#, true), JSONCase("three bytes", #""€""#, true),
        JSONCase("four bytes", #""😀""#, true),
        JSONCase("last scalar", bytes: quoted([0xF4, 0x8F, 0xBF, 0xBF]), true),
        JSONCase("bare continuation", bytes: quoted([0x80]), false),
        JSONCase("lone lead", bytes: quoted([0xC3]), false),
        JSONCase("overlong slash, two", bytes: quoted([0xC0, 0xAF]), false),
        JSONCase("overlong slash, three", bytes: quoted([0xE0, 0x80, 0xAF]), false),
        JSONCase("overlong slash, four", bytes: quoted([0xF0, 0x80, 0x80, 0xAF]), false),
        JSONCase("encoded surrogate", bytes: quoted([0xED, 0xA0, 0x80]), false),
        JSONCase("above the last scalar", bytes: quoted([0xF4, 0x90, 0x80, 0x80]), false),
        JSONCase("byte F5", bytes: quoted([0xF5, 0x80, 0x80, 0x80]), false),
        JSONCase("byte FF", bytes: quoted([0xFF]), false),
        JSONCase("cut three", bytes: quoted([0xE2, 0x82]), false),
        JSONCase("cut four", bytes: quoted([0xF0, 0x9F, 0x98]), false),
        JSONCase("Latin-1", bytes: quoted([0x63, 0x61, 0x66, 0xE9]), false),
        JSONCase("no-break space outside", bytes: [0xC2, 0xA0, 0x31], false),
    ]

    private static let structures = [
        JSONCase("empty array", "[]", true), JSONCase("empty object", "{}", true),
        JSONCase("space inside", "[ ]", true),
        JSONCase("all white space", " \t\r\n[\n1 ,\t2 ]\r", true), JSONCase("nested", #"[[1],{"a":[{}]}]"#, true),
        JSONCase("empty key", #"{"":1}"#, true),
        JSONCase("sixty deep", String(repeating: "[", count: 60) + String(repeating: "]", count: 60), true),
        JSONCase("comma at the end", "[1,]", false, foundation: true),
        JSONCase("comma at the beginning", "[,1]", false), JSONCase("two commas", "[1,,2]", false),
        JSONCase("only a comma", "[,]", false), JSONCase("no comma", "[1 2]", false),
        JSONCase("open array", "[1", false),
        JSONCase("open object", #"{"a":1"#, false), JSONCase("wrong bracket", "[1}", false),
        JSONCase("wrong brace", #"{"a":1]"#, false),
        JSONCase("no colon", #"{"a" 1}"#, false), JSONCase("two colons", #"{"a"::1}"#, false),
        JSONCase("no value", #"{"a":}"#, false),
        JSONCase("no key", "{:1}", false), JSONCase("bare key", "{a:1}", false),
        JSONCase("number as key", "{1:1}", false),
        JSONCase("null as key", "{null:1}", false),
        JSONCase("comma at the end of an object", #"{"a":1,}"#, false, foundation: true),
        JSONCase("line comment", "1 // one", false), JSONCase("block comment", "/* */ 1", false),
        JSONCase("hash comment", "# x\n1", false),
        JSONCase("form feed", "\u{0C}1", false), JSONCase("vertical tab", "\u{0B}1", false),
        JSONCase("zero byte outside", "\u{0}1", false),
        JSONCase("star", "*", false), JSONCase("closing bracket", "]", false),
        JSONCase("mark inside", "\u{FEFF}1", false),
    ]
}
