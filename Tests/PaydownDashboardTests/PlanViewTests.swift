import PaydownDashboard
import PaydownScreen
import Testing

/// The plan's columns, where their contents are as wide as they get.
struct PlanViewTests {
    @Test func `a value, a target and a bar never touch`() {
        for width in 40...160 {
            for archive in [SampleArchive.history, .python, .simulated] {
                var session = archive.session(Size(width: width, height: 24))
                session.press("5")
                for line in session.screen.split(separator: "\n") {
                    let characters = Array(line)
                    for (left, right) in zip(characters, characters.dropFirst()) where "█░".contains(right) {
                        #expect(" █░▌".contains(left), "\(width): \(line)")
                    }
                }
            }
        }
    }

    @Test func `a value of many digits stands apart from the title before it`() {
        var snapshot = Fixture.snapshot()
        for check in snapshot.header.checks.indices {
            for measure in snapshot.header.checks[check].measures.indices {
                snapshot.header.checks[check].measures[measure].title = "Creation past the factory of all"
                snapshot.header.checks[check].measures[measure].value = 123_456
            }
        }
        for width in 40...160 {
            var session = Session(Size(width: width, height: 24), snapshots: [snapshot])
            session.press("5")
            let rows = session.screen.split(separator: "\n").filter { $0.contains("123 456") }
            #expect(!rows.isEmpty)
            #expect(rows.allSatisfy { $0.contains(" 123 456") }, "\(width)")
        }
    }

    @Test func `a phase is known by its name before its date`() {
        for width in 40...80 {
            var session = SampleArchive.history.session(Size(width: width, height: 24))
            session.press("5")
            #expect(session.screen.contains("1 Critical infra"), "\(width)")
            #expect(session.screen.contains("13 days left"), "\(width)")
        }
    }
}
