import PaydownScreen

/// Turns the bytes that a terminal sends into keys, mouse actions and pastes.
///
/// A machine of one state that is fed in pieces of any length: where a read ends makes no difference. The
/// bytes are read here and not by ncurses because then nothing depends on which keys a terminfo entry
/// lists, a mouse report is exact (ncurses joins press and release to a click), a paste is one event, and
/// the whole is a value with tests. Sequences that say nothing to us are swallowed whole: a key unknown
/// here must never come out as the letters it is made of.
struct InputParser {
    /// A paste is cut here; what comes after is dropped.
    static let mostPastedBytes = 1 << 20
    /// No sequence we know is longer; one that is longer is swallowed without being kept.
    private static let mostParameterBytes = 64

    /// False where bytes above 0x7F are a character each.
    let isUTF8: Bool
    private var state = State.ground
    private var parameters: [UInt8] = []
    private var paste: [UInt8] = []
    private var reports: [UInt8] = []
    /// A string's introducer and what came of it so far.
    private var string: [UInt8] = []
    private var replies: [TerminalReply] = []
    private var decoder = ScalarDecoder()

    private enum State {
        case ground
        case escape
        /// Two escapes: both are keys, or both begin a key with Alt.
        case escapeTwice
        case singleShift(isAlt: Bool)
        case control(isAlt: Bool)
        /// The letter of a Linux console's function key.
        case consoleKey
        /// Three bytes of a mouse report in the old form.
        case oldMouse
        /// A terminal's answer, to its end at BEL or ESC \.
        case string
        case stringEscape
        /// Matched so far of the paste's end.
        case paste(matched: Int)
    }

    init(isUTF8: Bool = true) {
        self.isUTF8 = isUTF8
    }

    /// What the parser waits for, if anything.
    enum Waiting {
        /// An escape: the key itself, unless more comes at once.
        case escape
        /// The rest of a sequence or of a character.
        case sequence
        /// The rest of an answer that was asked for: its letters must never be taken for keys.
        case answer
    }

    /// What was begun and would be settled by `settle`; nil in the ground state and inside a paste, which
    /// has no end but its own.
    var waiting: Waiting? {
        switch state {
        case .ground: decoder.isEmpty ? nil : .sequence
        case .escape, .escapeTwice: .escape
        case .string, .stringEscape: TerminalReply.mayBegin(string) ? .answer : .sequence
        case .singleShift, .control, .consoleKey, .oldMouse: .sequence
        case .paste: nil
        }
    }

    mutating func feed(_ bytes: some Sequence<UInt8>, into events: inout [InputEvent]) {
        for byte in bytes { feed(byte, into: &events) }
    }

    /// What the terminal answered or reported since the last call.
    mutating func takeReplies() -> [TerminalReply] {
        defer { replies.removeAll() }
        return replies
    }

    /// Nothing more came in time: an escape was the key, and what came with it another; anything else is dropped.
    mutating func settle(into events: inout [InputEvent]) {
        switch state {
        case .escape:
            events.append(.key(.escape))
        case .escapeTwice:
            events.append(.key(.escape))
            events.append(.key(.escape))
        case .paste:
            return
        case .control(let isAlt) where parameters.isEmpty:
            events += (isAlt ? [.key(.escape)] : []) + [.key(.escape), .key(.character("["))]
        case .singleShift(let isAlt) where parameters.isEmpty:
            events += (isAlt ? [.key(.escape)] : []) + [.key(.escape), .key(.character("O"))]
        case .string where string.count == 1:
            events += [.key(.escape), .key(.character(Unicode.Scalar(string[0])))]
        default:
            break
        }
        decoder = ScalarDecoder()
        state = .ground
    }

    private mutating func feed(_ byte: UInt8, into events: inout [InputEvent]) {
        switch state {
        case .ground:
            ground(byte, into: &events)
        case .escape:
            escape(byte, isAlt: false, into: &events)
        case .escapeTwice:
            escapeTwice(byte, into: &events)
        case .singleShift(let isAlt):
            singleShift(byte, isAlt: isAlt, into: &events)
        case .control(let isAlt):
            control(byte, isAlt: isAlt, into: &events)
        case .consoleKey:
            state = .ground
            emit(KeySequences.consoleKey(byte), into: &events)
        case .oldMouse:
            reports.append(byte)
            guard reports.count == 3 else { return }
            state = .ground
            emit(MouseReport(old: reports), into: &events)
        case .string:
            switch byte {
            case 0x07: endString()
            case 0x1B: state = .stringEscape
            default: if string.count < Self.mostParameterBytes { string.append(byte) }
            }
        case .stringEscape:
            switch byte {
            case 0x1B: break
            case UInt8(ascii: "\\"): endString()
            default: state = .string
            }
        case .paste(let matched):
            pasted(byte, matched: matched, into: &events)
        }
    }

    private mutating func ground(_ byte: UInt8, into events: inout [InputEvent]) {
        if byte == 0x1B {
            decoder = ScalarDecoder()
            state = .escape
            return
        }
        if byte < 0x80 {
            decoder = ScalarDecoder()
            emit(KeySequences.plain(byte), into: &events)
            return
        }
        guard isUTF8 else {
            if byte >= 0xA0 { events.append(.key(.character(Unicode.Scalar(byte)))) }
            return
        }
        // The C1 controls are characters that no key sends.
        if let scalar = decoder.feed(byte), scalar.value >= 0xA0 {
            events.append(.key(.character(scalar)))
        }
    }

    private mutating func escape(_ byte: UInt8, isAlt: Bool, into events: inout [InputEvent]) {
        parameters.removeAll(keepingCapacity: true)
        switch byte {
        case 0x1B: state = .escapeTwice
        case UInt8(ascii: "["): state = .control(isAlt: isAlt)
        case UInt8(ascii: "O"): state = .singleShift(isAlt: isAlt)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            state = .string
            string = [byte]
        default:
            // A key with Alt looks the same, but no binding has one; on a slow line an escape and the key after it
            // come together, and neither must be lost.
            state = .ground
            events.append(.key(.escape))
            ground(byte, into: &events)
        }
    }

    private mutating func endString() {
        state = .ground
        if let reply = TerminalReply(string: string) { replies.append(reply) }
    }

    private mutating func escapeTwice(_ byte: UInt8, into events: inout [InputEvent]) {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "O"):
            escape(byte, isAlt: true, into: &events)
        case 0x1B:
            events.append(.key(.escape))
        default:
            events.append(.key(.escape))
            escape(byte, isAlt: false, into: &events)
        }
    }

    private mutating func singleShift(_ byte: UInt8, isAlt: Bool, into events: inout [InputEvent]) {
        if byte == 0x1B {
            state = .escape
            return
        }
        // Some terminals put a modifier's digit between: ESC O 5 A.
        if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte), parameters.isEmpty {
            parameters.append(byte)
            return
        }
        state = .ground
        if !isAlt { emit(KeySequences.singleShift(byte), into: &events) }
    }

    private mutating func control(_ byte: UInt8, isAlt: Bool, into events: inout [InputEvent]) {
        switch byte {
        case 0x1B:
            state = .escape
        case UInt8(ascii: "[") where parameters.isEmpty:
            state = .consoleKey
        case UInt8(ascii: "M") where parameters.isEmpty:
            reports.removeAll(keepingCapacity: true)
            state = .oldMouse
        case UInt8(ascii: "$") where parameters.first != UInt8(ascii: "?"):
            // rxvt ends a key with Shift so; elsewhere the sign stands before the end of an answer.
            finish(byte, isAlt: isAlt, into: &events)
        case 0x20...0x3F:
            if parameters.count < Self.mostParameterBytes { parameters.append(byte) }
        case 0x40...0x7E:
            finish(byte, isAlt: isAlt, into: &events)
        default:
            // A control character inside is not ours to obey; the sequence is broken.
            state = .ground
        }
    }

    private mutating func finish(_ final: UInt8, isAlt: Bool, into events: inout [InputEvent]) {
        state = .ground
        guard parameters.count < Self.mostParameterBytes else { return }
        if parameters.first == UInt8(ascii: "<") {
            emit(MouseReport(parameters: parameters.dropFirst(), final: final), into: &events)
            return
        }
        if let reply = TerminalReply(parameters: parameters, final: final) {
            replies.append(reply)
            return
        }
        guard let numbers = KeySequences.numbers(parameters) else { return }
        if final == UInt8(ascii: "~"), numbers.first == 200 {
            paste.removeAll()
            state = .paste(matched: 0)
            return
        }
        if !isAlt { emit(KeySequences.control(numbers, final: final), into: &events) }
    }

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    private mutating func pasted(_ byte: UInt8, matched: Int, into events: inout [InputEvent]) {
        if byte == Self.pasteEnd[matched] {
            guard matched + 1 == Self.pasteEnd.count else {
                state = .paste(matched: matched + 1)
                return
            }
            state = .ground
            events.append(.paste(String(decoding: paste, as: UTF8.self)))
            paste = []
            return
        }
        keep(Self.pasteEnd[..<matched])
        // An escape stands only at the start of the end, so a failed match can begin anew at this byte alone.
        if byte == 0x1B {
            state = .paste(matched: 1)
        } else {
            keep(CollectionOfOne(byte))
            state = .paste(matched: 0)
        }
    }

    private mutating func keep(_ bytes: some Collection<UInt8>) {
        paste.append(contentsOf: bytes.prefix(max(0, Self.mostPastedBytes - paste.count)))
    }

    private func emit(_ key: Key?, into events: inout [InputEvent]) {
        if let key { events.append(.key(key)) }
    }

    private func emit(_ report: MouseReport?, into events: inout [InputEvent]) {
        if let event = report?.event { events.append(.mouse(event)) }
    }
}
