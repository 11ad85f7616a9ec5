import Testing

/// The table of requirements is complete, and the tests it names exist.
struct RequirementsTests {
    @Test(arguments: 1...46)
    func `each requirement has a row that says what holds it`(number: Int) throws {
        let rows = try Self.text.split(separator: "\n").filter { $0.hasPrefix("| R\(number) ") }
        #expect(rows.count == 1)
        let cells = rows.first?.split(separator: "|") ?? []
        #expect(cells.count == 3)
        #expect(cells.last.map { $0.count > 10 } == true)
    }

    @Test func `every test that it quotes exists`() throws {
        let names = Set(
            Repository.swiftFiles("Tests").flatMap { file in
                file.text.split(separator: "\n").compactMap { line -> String? in
                    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
                    return parts.count >= 3 && parts[0].hasSuffix("func ") ? String(parts[1]) : nil
                }
            })
        let rows = try Self.text.split(separator: "\n").filter { $0.hasPrefix("| R") }
        for row in rows {
            let held = row.split(separator: "|").last ?? ""
            let pieces = held.split(separator: "\"", omittingEmptySubsequences: false)
            for quoted in pieces.indices.filter({ $0 % 2 == 1 }).map({ String(pieces[$0]) }) {
                #expect(names.contains(quoted), "\(quoted)")
            }
        }
    }

    private static var text: String {
        get throws { try #require(Repository.text("Tests/REQUIREMENTS.md")) }
    }
}
