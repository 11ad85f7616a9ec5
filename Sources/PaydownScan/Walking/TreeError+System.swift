import Glibc

extension TreeError {
    /// What the system says about one of its error codes, in lower case.
    init(code: Int32) {
        reason = SystemWords.text(code)
    }
}

/// The system's own words for what went wrong.
enum SystemWords {
    static func text(_ code: Int32) -> String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
