import PaydownScan

/// What a backfill came to, for programs: one object of numbers, and the notes.
enum BackfillJSON {
    static func text(_ outcome: BackfillOutcome) -> String {
        let numbers: [(String, Int)] = [
            ("commits", outcome.chain), ("chosen", outcome.chosen), ("kept", outcome.kept), ("known", outcome.known),
            ("leftOut", outcome.skipped), ("filesScanned", outcome.scannedBlobs), ("filesKnown", outcome.knownBlobs),
            ("filesMissing", outcome.missingBlobs), ("bytes", outcome.scannedBytes),
        ]
        let fields = numbers.map { "  \"\($0.0)\": \($0.1)" } + ["  \"interrupted\": \(outcome.isInterrupted)"]
        let notes = outcome.notes.map { "    \"" + escaped($0) + "\"" }.joined(separator: ",\n")
        let list = notes.isEmpty ? "[]" : "[\n\(notes)\n  ]"
        return "{\n" + (fields + ["  \"notes\": \(list)"]).joined(separator: ",\n") + "\n}\n"
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.value < 0x20:
                result +=
                    "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
