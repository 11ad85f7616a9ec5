import PaydownScreen

/// Reads what was typed and keeps the time that tells an escape from the start of a sequence.
struct InputReader {
    private var parser: InputParser
    private var buffer = [UInt8](repeating: 0, count: 4096)
    /// How long an escape may be the start of a key. 25 ms is above what lies between two bytes of one
    /// sequence on a slow line and below what a person notices.
    private let escapeDelay: Duration
    /// A sequence cut in two by the network; nobody waits for anything meanwhile.
    private static let sequenceDelay = Duration.milliseconds(250)
    private(set) var deadline: ContinuousClock.Instant?
    private(set) var isClosed = false

    /// - Parameter escapeDelay: milliseconds, from ESCDELAY; 25 when nil.
    init(isUTF8: Bool, escapeDelay: Int?) {
        parser = InputParser(isUTF8: isUTF8)
        self.escapeDelay = .milliseconds(min(max(0, escapeDelay ?? 25), 5000))
    }

    mutating func read(from device: TerminalDevice) -> [InputEvent] {
        var events: [InputEvent] = []
        var hasRead = false
        reading: while !isClosed {
            let reading = buffer.withUnsafeMutableBytes { device.read(into: $0) }
            switch reading {
            case .bytes(let count):
                hasRead = true
                parser.feed(buffer[..<count], into: &events)
                if count < buffer.count { break reading }
            case .nothing:
                break reading
            case .closed:
                isClosed = true
            }
        }
        settle(hasRead: hasRead, into: &events)
        return events
    }

    private mutating func settle(hasRead: Bool, into events: inout [InputEvent]) {
        if !hasRead, let due = deadline, ContinuousClock.now >= due {
            parser.settle(into: &events)
            deadline = nil
        }
        switch parser.waiting {
        case nil: deadline = nil
        case .escape where hasRead || deadline == nil: deadline = .now + escapeDelay
        case .sequence where hasRead || deadline == nil: deadline = .now + Self.sequenceDelay
        default: break
        }
    }
}
