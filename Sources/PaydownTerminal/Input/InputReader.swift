import Glibc
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
    /// An answer cut in two: nothing a person types begins like one.
    private static let answerDelay = Duration.seconds(3)
    /// How long after a question an answer may come whose first byte alone would be the escape key.
    private static let questionDelay = Duration.seconds(1)
    private(set) var deadline: ContinuousClock.Instant?
    private(set) var isClosed = false
    private var asked: ContinuousClock.Instant?
    /// When the mouse last reported something.
    private var lastReport: ContinuousClock.Instant?
    /// Between a press and its release, which will come.
    private var isButtonHeld = false

    /// - Parameter escapeDelay: milliseconds, from ESCDELAY; 25 when nil.
    init(isUTF8: Bool, escapeDelay: Int?) {
        parser = InputParser(isUTF8: isUTF8)
        self.escapeDelay = .milliseconds(min(max(0, escapeDelay ?? 25), 5000))
    }

    /// The terminal has been asked something.
    mutating func expectAnswer() {
        asked = .now
    }

    mutating func takeReplies() -> [TerminalReply] {
        let replies = parser.takeReplies()
        if !replies.isEmpty { asked = nil }
        return replies
    }

    mutating func read(from device: TerminalDevice) -> [InputEvent] {
        var events: [InputEvent] = []
        let hasRead = take(from: device, into: &events)
        settle(hasRead: hasRead, into: &events)
        return events
    }

    /// Takes what the mouse reported and the terminal answered before it was told to be silent, so that the
    /// shell does not get it as text.
    ///
    /// Only after a report or a question of the last second: else what waits was typed for the shell, and stays. What
    /// is still on its way is waited for as long as a person does not notice.
    mutating func discardReports(from device: TerminalDevice) {
        guard mayHaveReports else { return }
        let limit = ContinuousClock.now + .milliseconds(40)
        var scrap: [InputEvent] = []
        var quiet = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
        repeat {
            _ = take(from: device, into: &scrap)
            // A line's delay between two reports; the release of a button that is down may take longer.
            let patience: Int32 = isButtonHeld ? 40 : 10
            guard !isClosed, poll(&quiet, 1, patience) > 0 else { break }
        } while ContinuousClock.now < limit
        parser = InputParser(isUTF8: parser.isUTF8)
        deadline = nil
        isButtonHeld = false
        lastReport = nil
    }

    private var mayHaveReports: Bool {
        let now = ContinuousClock.now
        return isButtonHeld || [lastReport, asked].contains { $0.map { now < $0 + Self.questionDelay } ?? false }
    }

    private mutating func take(from device: TerminalDevice, into events: inout [InputEvent]) -> Bool {
        var hasRead = false
        let first = events.count
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
        for case .mouse(let report) in events[first...] {
            lastReport = .now
            switch report.kind {
            case .press, .drag: isButtonHeld = true
            case .release: isButtonHeld = false
            case .wheelUp, .wheelDown: break
            }
        }
        return hasRead
    }

    private mutating func settle(hasRead: Bool, into events: inout [InputEvent]) {
        if !hasRead, let due = deadline, ContinuousClock.now >= due {
            parser.settle(into: &events)
            deadline = nil
        }
        guard let waiting = parser.waiting else {
            deadline = nil
            return
        }
        if hasRead || deadline == nil { deadline = .now + delay(waiting) }
    }

    private func delay(_ waiting: InputParser.Waiting) -> Duration {
        if waiting == .answer { return Self.answerDelay }
        let isAnswerDue = asked.map { ContinuousClock.now < $0 + Self.questionDelay } ?? false
        if waiting == .escape { return isAnswerDue ? max(escapeDelay, Self.sequenceDelay) : escapeDelay }
        return isAnswerDue ? Self.questionDelay : Self.sequenceDelay
    }
}
