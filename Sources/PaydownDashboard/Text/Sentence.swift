/// A reason, as messages have it in small letters, as a sentence of its own.
enum Sentence {
    /// `the file is gone` as `The file is gone.`
    static func of(_ reason: String) -> String {
        guard let first = reason.first else { return "" }
        return first.uppercased() + reason.dropFirst() + (reason.last?.isPunctuation == true ? "" : ".")
    }
}
