import Dispatch
import PaydownDashboard
import PaydownTerminal
import Synchronization
import Testing

@testable import PaydownCommands

/// Questions answered off the main thread: in which order, and which of them not at all.
struct JobsTests {
    private let mailbox: Mailbox
    private let jobs: Jobs
    private let list = Effect.list(ListingQuery(snapshot: SnapshotID(0), check: "imports"))
    private let comparison = Effect.compare(baseline: SnapshotID(0), current: SnapshotID(1))

    init() throws {
        mailbox = Mailbox(waker: try JobWaker())
        jobs = Jobs(
            catalog: SnapshotCatalog(arguments: []), sources: SourceReader(roots: []), mailbox: mailbox)
    }

    /// What has been answered when a question asked last has been.
    private func answers(after effect: Effect) -> [Event] {
        let end = DispatchSemaphore(value: 0)
        jobs.calculate(effect) { _ in
            end.signal()
            return nil
        }
        end.wait()
        return mailbox.take()
    }

    @Test func `a first page comes before the whole`() {
        jobs.calculate(list, first: { _ in .notice("page") }) { _ in .notice("whole") }
        // Behind it in the same queue; a newer question must not come before the older has begun.
        jobs.preview("../outside")
        var answers: [Event] = []
        while answers.count < 3 { answers += mailbox.take() }
        #expect(answers.prefix(2) == [.notice("page"), .notice("whole")])
    }

    @Test func `a newer list ends the one before, which is told so and not answered`() {
        let (begun, typed) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let wasTold = Mutex(false)
        jobs.calculate(list, first: { _ in .notice("old page") }) { isCancelled in
            begun.signal()
            typed.wait()
            wasTold.withLock { $0 = isCancelled() }
            return isCancelled() ? nil : .notice("old whole")
        }
        begun.wait()
        jobs.calculate(list, first: { _ in .notice("skipped page") }) { _ in .notice("skipped whole") }
        jobs.calculate(list, first: { _ in .notice("page") }) { _ in .notice("whole") }
        typed.signal()
        var answers: [Event] = []
        while !answers.contains(.notice("whole")) { answers += mailbox.take() }
        #expect(wasTold.withLock { $0 })
        #expect(answers == [.notice("old page"), .notice("page"), .notice("whole")])
    }

    @Test func `no list waits for a comparison`() {
        let listed = DispatchSemaphore(value: 0)
        jobs.calculate(comparison) { _ in
            listed.wait()
            return .notice("compared")
        }
        #expect(answers(after: list).isEmpty)
        listed.signal()
        var answers: [Event] = []
        while answers.isEmpty { answers += mailbox.take() }
        #expect(answers == [.notice("compared")])
    }
}
