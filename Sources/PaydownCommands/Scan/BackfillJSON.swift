import PaydownCore
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
        let notes = outcome.notes.map { "    " + JSONString.quoted($0) }.joined(separator: ",\n")
        let list = notes.isEmpty ? "[]" : "[\n\(notes)\n  ]"
        return "{\n" + (fields + ["  \"notes\": \(list)"]).joined(separator: ",\n") + "\n}\n"
    }
}
