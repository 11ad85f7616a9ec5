import PaydownCore
import PaydownHistory
import Testing

struct LifeEventTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private let import1 = Finding(
        rule: "old-import", path: "a.py", line: 3, symbol: "app.old", message: "go", fingerprint: "00aa11bb22.1",
        statement: "1111111111111111")

    /// A history of these findings, a snapshot each hour.
    private func history(_ moments: [[Finding]], problems: [Int: [String]] = [:]) throws -> HistoryStore {
        let store = try folder.store()
        for (number, findings) in moments.enumerated() {
            var table = FindingTable()
            for finding in findings { table.append(finding) }
            let header = MadeHistory.header(number, findings, problems: problems[number] ?? [])
            _ = try store.add(
                Snapshot(header: header, findings: table),
                files: FileMap(existing: Set(findings.map(\.path) + ["a.py", "b/c.py"])))
        }
        return store
    }

    private func changed(_ change: (inout Finding) -> Void) -> Finding {
        var finding = import1
        change(&finding)
        return finding
    }

    private func kinds(_ life: FindingLife?) -> [FindingLife.Event.Kind] { life?.events.map(\.kind) ?? [] }

    @Test func `a life is told from birth to its last event, with stage and place`() throws {
        let edited = changed {
            $0.statement = "2222222222222222"; $0.line = 8
        }
        let moved = changed {
            $0.statement = "2222222222222222"; $0.path = "b/c.py"
        }
        let store = try history([[import1], [import1], [edited], [moved], []])
        let life = try #require(try store.life(of: "00aa11bb22.1"))

        #expect(kinds(life) == [.born, .edited, .moved, .fixed])
        #expect(life.events.map(\.stage) == [nil, 2, 4, nil])
        #expect(life.events.map { $0.finding?.path } == ["a.py", "a.py", "b/c.py", "b/c.py"])
        #expect(life.events.map(\.snapshot.rawValue) == [1, 3, 4, 5])
        #expect(!life.isAlive)
    }

    @Test func `what was fixed and is there again has returned, with its first date`() throws {
        let again = changed {
            $0.line = 40; $0.fingerprint = "00aa11bb22.7"
        }
        let store = try history([[import1], [], [], [again]])
        let life = try #require(try store.life(of: "00aa11bb22.1"))

        #expect(kinds(life) == [.born, .fixed, .returned])
        #expect(life.timesReturned == 1)
        #expect(life.isAlive)
        let identity = try #require(try store.identities(of: SnapshotEntry.ID(4))?.first)
        #expect(identity.fingerprint == "00aa11bb22.1")
        #expect(identity.born == SnapshotEntry.ID(1))
        #expect(try store.entries()[3].change?.returned == 1)
        #expect(try store.entries()[3].change?.new == 0)
    }

    @Test func `what was only not seen has not returned`() throws {
        let store = try history([[import1], [], [import1]], problems: [1: ["a.py"]])

        #expect(kinds(try store.life(of: "00aa11bb22.1")) == [.born, .unseen, .seen])
        #expect(try store.entries()[2].change?.returned == 0)
        #expect(try store.entries()[2].change?.revealed == 1)
    }

    @Test func `a finding whose file went is gone, not fixed`() throws {
        let other = changed { $0.path = "b.py" }
        let store = try history([[other], []])

        #expect(kinds(try store.life(of: "00aa11bb22.1")) == [.born, .gone])
        #expect(try store.entries()[1].change?.gone == 1)
    }

    @Test func `twins keep their names when the first of them is fixed, and a new one gets a name of its own`() throws {
        let twins = (1...3).map { number in
            changed {
                $0.fingerprint = "00aa11bb22.\(number)"
                $0.line = number * 10
                $0.context = ["line\(number)"]
            }
        }
        // The scanner numbers them anew.
        let rest = zip(twins.dropFirst(), 1...2).map { twin, number in
            var twin = twin
            twin.fingerprint = "00aa11bb22.\(number)"
            return twin
        }
        let new = changed {
            $0.fingerprint = "00aa11bb22.3"; $0.scope = "elsewhere"; $0.path = "b.py"
        }
        let store = try history([twins, rest, rest + [new]])
        let names = try store.identities(of: SnapshotEntry.ID(3))?.map(\.fingerprint)

        #expect(names == ["00aa11bb22.2", "00aa11bb22.3", "00aa11bb22.4"])
    }

    @Test func `the beginning of a fingerprint is enough when only one begins so`() throws {
        let other = changed {
            $0.fingerprint = "00ff11bb22.1"; $0.symbol = "app.other"
        }
        let store = try history([[import1, other]])

        #expect(try store.life(of: "00aa")?.fingerprint == "00aa11bb22.1")
        #expect(try store.life(of: "11") == nil)
        let error = #expect(throws: HistoryError.self) { try store.life(of: "00") }
        #expect(error?.description.contains("00aa11bb22.1, 00ff11bb22.1") == true)
    }

    @Test func `a rename that is told is believed from the parent on, and not across another snapshot`() throws {
        let made = [
            ("aaaa", import1), ("bbbb", import1),
            (
                "cccc",
                changed {
                    $0.path = "z.py"; $0.symbol = "app.old"
                }
            ),
        ]
        for isBetween in [false, true] {
            let store = try HistoryStore.open(at: "\(folder.path)/\(isBetween).db", access: .readWrite)
            for (number, (commit, finding)) in made.enumerated() where number != 1 || isBetween {
                var header = MadeHistory.header(number, [finding])
                header.revision?.commit = commit
                var table = FindingTable()
                var own = finding
                // Without a statement nothing but the rename tells.
                own.statement = ""
                table.append(own)
                let files = FileMap(renames: number == 2 ? ["a.py": "z.py"] : [:])
                _ = try store.add(
                    Snapshot(header: header, findings: table), files: files, parent: number == 2 ? "aaaa" : nil)
            }
            let last = try #require(try store.entries().last?.change)
            #expect((last.moved, last.new) == (isBetween ? (0, 1) : (1, 0)))
        }
    }
}
