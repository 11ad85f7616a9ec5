import Foundation
import PaydownPython
import Testing
import paydown_fuzz

struct FuzzCorpusTests {
    /// The reason for which Python 3.13 refuses each file of the corpus; nil for those that it reads.
    private static let verdicts: [String: SyntaxProblem.Reason?] = [
        "backslashes-before-quotes.py": Optional<SyntaxProblem.Reason>.none,
        "continued-before-it-begins.py": .dedentMismatch,
        "empty-comprehension-target.py": .invalidSyntax,
        "empty-for-target.py": .invalidSyntax,
        "encoding-with-leading-dot.py": .unknownEncoding,
        "encoding-with-trailing-dash.py": Optional<SyntaxProblem.Reason>.none,
        "f-string-in-f-string.py": .formatDepth,
        "lambdas-in-lambdas.py": .tooManyLambdas,
        "lone-returns.py": Optional<SyntaxProblem.Reason>.none,
        "match-behind-a-colon.py": .invalidSyntax,
        "quotes-without-end.py": .unterminatedString,
        "stray-byte-in-comment.py": Optional<SyntaxProblem.Reason>.none,
        "stray-byte-in-string.py": .notUTF8,
    ]

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("SampleData/fuzz/python")

    @Test func `every file of the corpus has its verdict`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(names.filter { $0.hasSuffix(".py") }) == Set(Self.verdicts.keys))
        for (name, reason) in Self.verdicts {
            let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
            #expect(ScannedPython(bytes: bytes, version: .v3_13).reason == reason, "\(name)")
        }
    }

    @Test func `every file of the corpus, cut anywhere, is read by every Python`() throws {
        var random = SeededBytes(seed: 5)
        for name in Self.verdicts.keys.sorted() {
            let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)).prefix(4000))
            for version in PythonVersion.allCases {
                let scanned = ScannedPython(bytes: Array(bytes.prefix(random.below(bytes.count))), version: version)
                #expect(scanned.facts.problem == nil || scanned.calls.isEmpty)
            }
        }
    }
}
