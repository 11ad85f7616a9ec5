import CLinux
import Glibc

/// Signals as events on a descriptor: no code of ours runs inside a handler.
package final class TerminalSignals {
    package enum Event: Hashable, Sendable {
        /// The window changed its size.
        case resize
        /// Someone asks paydown to stop for a while.
        case suspend
        /// Continued after a stop.
        case resume
        /// Someone asks paydown to end, with that signal.
        case terminate(Int32)
        /// A process that paydown started has changed its state.
        case child
    }

    private static let ours = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD]

    /// To wait on; then call `read`.
    package let descriptor: Int32

    /// Keeps the signals from doing what they do by default, in this thread and all that it starts.
    ///
    /// It must be the first thing in `main`: a thread that is older would still take them. Processes
    /// inherit the mask, so whoever starts one gives it an empty one. SIGPIPE is ignored from here on.
    package static func block() {
        var set = sigset_t(of: ours)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        signal(SIGPIPE, SIG_IGN)
    }

    package init() throws(TerminalError) {
        descriptor = Self.ours.withUnsafeBufferPointer { paydown_signalfd($0.baseAddress, Int32($0.count)) }
        guard descriptor >= 0 else { throw .system(call: "signalfd", code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// What came since the last call, each kind once: a storm of resizes is one.
    package func read() -> [Event] {
        var events: [Event] = []
        while true {
            let number = paydown_signalfd_read(descriptor)
            guard number != 0 else { return events }
            let event = Self.event(number)
            if !events.contains(event) { events.append(event) }
        }
    }

    /// Forgets signals of the keyboard that were meant for a program in front, such as ^c in an editor.
    func discardFromKeyboard() {
        var set = sigset_t(of: [SIGINT, SIGQUIT, SIGTSTP])
        var nothing = timespec()
        while sigtimedwait(&set, nil, &nothing) > 0 {}
    }

    private static func event(_ number: Int32) -> Event {
        switch number {
        case SIGWINCH: .resize
        case SIGTSTP: .suspend
        case SIGCONT: .resume
        case SIGCHLD: .child
        default: .terminate(number)
        }
    }

    /// Undoes the handlers that ncurses sets: with blocked signals they would only be in the way of defaults.
    static func restoreActions() {
        for number in [SIGINT, SIGTERM, SIGTSTP, SIGWINCH] { signal(number, SIG_DFL) }
    }

    /// Stops this job as ^z does, and returns when it is continued.
    ///
    /// The whole process group is stopped, with what runs on our behalf and a script around us. The default
    /// action is left to the system, which does not stop a group that no shell could continue.
    static func stop() {
        var set = sigset_t(of: [SIGTSTP])
        var before = sigset_t()
        signal(SIGTSTP, SIG_DFL)
        kill(0, SIGTSTP)
        // It waits while it is blocked; here it acts.
        pthread_sigmask(SIG_UNBLOCK, &set, &before)
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    /// Ends this process by a signal, so that the parent sees what it died of. The terminal must be left before.
    package static func die(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        kill(getpid(), number)
        var set = sigset_t(of: [number])
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        _exit(128 + number)
    }
}

extension sigset_t {
    init(of numbers: [Int32]) {
        self.init()
        sigemptyset(&self)
        for number in numbers { sigaddset(&self, number) }
    }
}
