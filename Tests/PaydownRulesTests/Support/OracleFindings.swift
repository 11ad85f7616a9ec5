import Foundation

/// What `report_checks.py` found: `rule path line name`, one for each finding, and its figures.
struct OracleFindings: Decodable {
    enum Item: Decodable {
        case text(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        var words: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            }
        }
    }

    let figures: [String: Int]
    let findings: [String: [[Item]]]

    init(_ file: URL) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    }

    /// As `CheckedTree.places` writes them, sorted.
    func places(_ rule: String) -> [String] {
        findings[rule, default: []].map { "\($0[0].words):\($0[1].words) \($0[2].words)" }.sorted()
    }
}
