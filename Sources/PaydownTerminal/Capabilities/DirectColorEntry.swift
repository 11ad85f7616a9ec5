/// A private terminfo entry for true colour: the terminal's own with mixed colours in place of its palette.
///
/// Stock entries promise 256 colours at most, and ncurses asks for the flag `RGB` before it treats a colour
/// number as red, green and blue. The entry is handed over in TERMINFO itself, as ncurses 6.1 and later
/// read it there: no file, no compiler needed. Its form is term(5)'s with 32-bit numbers.
struct DirectColorEntry {
    static let name = "paydown-direct"

    private let description: TerminalDescription

    /// Colours 0...255 stay the palette's, so a theme can mix both; see `ColorNumber`.
    init(_ description: TerminalDescription) {
        var description = description
        description.set("colors", number: 1 << 24)
        description.set("pairs", number: 1 << 15)
        description.set("setaf", string: Self.setColor(normal: "3", bright: "9", extended: "38"))
        description.set("setab", string: Self.setColor(normal: "4", bright: "10", extended: "48"))
        self.description = description
    }

    private static func setColor(normal: String, bright: String, extended: String) -> String {
        "\u{1B}[%?%p1%{8}%<%t\(normal)%p1%d"
            + "%e%p1%{16}%<%t\(bright)%p1%{8}%-%d"
            + "%e%p1%{256}%<%t\(extended);5;%p1%d"
            + "%e\(extended);2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
    }

    /// The value for the variable TERMINFO.
    var inlineForm: String {
        "b64:" + Base64.encode(compiled)
    }

    /// The compiled form.
    var compiled: [UInt8] {
        let names = Array("\(Self.name)|direct colours of \(description.name)".utf8) + [0]
        var table = StringRegion()
        let offsets = description.strings.map { table.place($0) }

        var bytes: [UInt8] = []
        // 01036 marks numbers of 32 bits.
        bytes.append(short: 0o1036)
        bytes.append(short: names.count)
        bytes.append(short: description.booleans.count)
        bytes.append(short: description.numbers.count)
        bytes.append(short: offsets.count)
        bytes.append(short: table.bytes.count)
        bytes += names
        bytes += description.booleans.map { $0 ? 1 : 0 }
        bytes.padToEven()
        for number in description.numbers { bytes.append(long: number) }
        for offset in offsets { bytes.append(short: offset) }
        bytes += table.bytes
        bytes.padToEven()
        appendExtensions(to: &bytes)
        return bytes
    }

    /// Two flags that have no place among the standard ones: default colours, direct colours.
    private func appendExtensions(to bytes: inout [UInt8]) {
        var names = StringRegion()
        let offsets = ["AX", "RGB"].map { names.place(Array($0.utf8)) }
        bytes.append(short: offsets.count)
        bytes.append(short: 0)
        bytes.append(short: 0)
        bytes.append(short: offsets.count)
        bytes.append(short: names.bytes.count)
        bytes += offsets.map { _ in 1 }
        bytes.padToEven()
        for offset in offsets { bytes.append(short: offset) }
        bytes += names.bytes
    }

    /// Strings one after another, each with its end.
    private struct StringRegion {
        var bytes: [UInt8] = []

        /// The place of a string; -1 for none.
        mutating func place(_ string: [UInt8]?) -> Int {
            guard let string else { return -1 }
            defer { bytes += string + [0] }
            return bytes.count
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(short value: Int) {
        let bits = UInt16(truncatingIfNeeded: value)
        append(UInt8(bits & 0xFF))
        append(UInt8(bits >> 8))
    }

    fileprivate mutating func append(long value: Int32) {
        let bits = UInt32(bitPattern: value)
        for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(bits >> UInt32(shift) & 0xFF)) }
    }

    fileprivate mutating func padToEven() {
        if count % 2 == 1 { append(0) }
    }
}
