import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

/// Who made a finding come or go, beside the list.
struct AuthorTests {
    private static let size = Size(width: 120, height: 36)
    private static let commit = Authorship.Commit(
        name: "0123456789abcdef", author: "Ada Lovelace", day: Fixture.moment(day: 3).day,
        subject: "Use the engine")

    /// The shop with its project, on the list of imports.
    private static func session(
        hasProject: Bool = true, author: (@Sendable (Authorship.Question) -> Authorship.Answer?)? = nil
    ) -> Session {
        var session = Session.shop(size)
        session.author = author
        session.change { $0.scan.isLookedFor = true }
        session.send(.scannable(obstacle: hasProject ? nil : "there is no project here"))
        session.press("1 j l j")
        return session
    }

    private static func asked(_ session: Session) -> [Authorship.Question] {
        session.effects.compactMap { if case .attribute(let question) = $0 { question } else { nil } }
    }

    @Test func `the commit and its author stand beside the finding`() {
        let session = Self.session { _ in .commit(Self.commit) }

        #expect(session.screen.contains("by     Ada Lovelace, Mon 3 Nov"))
        #expect(session.screen.contains("       012345678 Use the engine"))
    }

    @Test func `a merge and commits that cannot be parsed are said`() {
        var commit = Self.commit
        commit.isMerge = true
        commit.doubts = 2
        let session = Self.session { [commit] _ in .commit(commit) }

        #expect(session.screen.contains("merge 012345678 Use the engine"))
        #expect(session.screen.contains("or one of 2 commits before it that cannot be parsed"))
    }

    @Test func `what cannot be known is said in words, and without a project nothing is`() {
        let unknown = Self.session { _ in .unknown("the project is in no git repository") }
        let bare = Self.session(hasProject: false) { _ in .commit(Self.commit) }

        #expect(unknown.screen.contains("by     not known: the project is in no git repository"))
        #expect(!bare.screen.contains(" by  "))
        #expect(!bare.screen.contains("Ada Lovelace"))
    }

    @Test func `it is asked when the cursor rests, once for a finding`() {
        var session = Self.session { _ in .commit(Self.commit) }
        session.isAnswering = false
        session.press("j")
        #expect(Self.asked(session).isEmpty)

        session.rest()
        let asked = Self.asked(session)
        #expect(asked.map(\.row) == [2])
        session.send(.attributed(asked[0], .commit(Self.commit)))
        session.press("k")
        session.rest()
        session.press("j")
        session.rest()

        #expect(Self.asked(session).isEmpty)
    }

    @Test func `the newest question counts: one that was left is asked again when one comes back`() {
        var session = Self.session()
        session.isAnswering = false
        session.press("j")
        session.rest()
        let first = Self.asked(session)
        #expect(session.screen.contains("by     git is asked"))
        session.press("j")
        session.rest()
        let second = Self.asked(session)
        session.press("k")
        session.rest()

        #expect(Self.asked(session) == first)
        #expect(first.count == 1 && second.count == 1 && first != second)
    }

    @Test func `of a fixed finding it is asked who ended it`() throws {
        var session = Self.session { $0.fixedBy == nil ? .unknown("came") : .commit(Self.commit) }
        session.press("d G")
        session.rest()

        let question = try #require(session.model.authorQuestion)
        #expect(question.snapshot == SnapshotID(0) && question.fixedBy == SnapshotID(1))
        #expect(session.screen.contains("fixed  after Thu 27 Nov"))
        #expect(session.screen.contains("by     Ada Lovelace, Mon 3 Nov"))
    }

    @Test func `nothing is asked while the reasons are not shown`() {
        var session = Self.session()
        session.isAnswering = false
        session.press("v j")
        session.rest()
        #expect(Self.asked(session).isEmpty)
    }

    @Test func `a subject cannot steer the terminal`() {
        var commit = Self.commit
        commit.author = "Ada\u{1B}[31m"
        commit.subject = "red\u{1B}]0;x\u{7} \u{202E}drow"
        let session = Self.session { [commit] _ in .commit(commit) }

        let scalars = session.screen.unicodeScalars
        #expect(!scalars.contains("\u{1B}") && !scalars.contains("\u{7}") && !scalars.contains("\u{202E}"))
        #expect(session.screen.contains("by     Ada"))
    }
}
