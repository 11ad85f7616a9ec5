import CNcurses

/// The terminfo entry of a terminal, read once.
///
/// It is kept as values, so that one with other colours can be made of it.
struct TerminalDescription {
    let name: String
    private(set) var booleans: [Bool] = []
    /// -1 where absent.
    private(set) var numbers: [Int32] = []
    private(set) var strings: [[UInt8]?] = []

    /// Reads the entry of a name, from wherever ncurses looks for entries.
    init(named name: String) throws(TerminalError) {
        guard !name.isEmpty else { throw .unnamed }
        self.name = name
        var status: Int32 = 0
        // The descriptor only matters for modes of the line, which are not taken from ncurses.
        guard setupterm(name, -1, &status) == OK else { throw .unknown(name: name) }
        defer { del_curterm(paydown_current_terminal()) }
        for index in 0... {
            guard let name = paydown_boolean_name(Int32(index)) else { break }
            booleans.append(tigetflag(name) == 1)
        }
        for index in 0... {
            guard let name = paydown_number_name(Int32(index)) else { break }
            numbers.append(Int32(max(-1, tigetnum(name))))
        }
        for index in 0... {
            guard let name = paydown_string_name(Int32(index)) else { break }
            strings.append(paydown_string_capability(name).map { Array(String.bytes($0)) })
        }
    }

    func number(_ name: String) -> Int {
        Self.index(of: name, in: paydown_number_name, count: numbers.count).map { Int(numbers[$0]) } ?? -1
    }

    func string(_ name: String) -> [UInt8]? {
        Self.index(of: name, in: paydown_string_name, count: strings.count).flatMap { strings[$0] }
    }

    mutating func set(_ name: String, number: Int32) {
        guard let index = Self.index(of: name, in: paydown_number_name, count: numbers.count) else { return }
        numbers[index] = number
    }

    mutating func set(_ name: String, string: String) {
        guard let index = Self.index(of: name, in: paydown_string_name, count: strings.count) else { return }
        strings[index] = Array(string.utf8)
    }

    private static func index(
        of name: String, in names: (Int32) -> UnsafePointer<CChar>?, count: Int
    ) -> Int? {
        (0..<count).first { index in names(Int32(index)).map { String(cString: $0) } == name }
    }
}

extension String {
    /// The bytes of a C string, without its end.
    fileprivate static func bytes(_ pointer: UnsafePointer<CChar>) -> some Sequence<UInt8> {
        sequence(first: pointer) { $0 + 1 }.lazy.map { UInt8(bitPattern: $0.pointee) }.prefix { $0 != 0 }
    }
}
