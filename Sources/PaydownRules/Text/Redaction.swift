/// Keeps credentials out of what is stored and shown.
enum Redaction {
    /// The beginning of something secret.
    static func shortened(_ secret: String) -> String {
        String(secret.prefix(4)) + "…"
    }

    /// A line with what looks like a credential taken out: the password of an address, what stands in quotes and is
    /// long and made of letters and digits both, and a secret that is known.
    static func line(_ line: String, secret: String) -> String {
        var line = line
        if !secret.isEmpty {
            line = line.split(separator: secret, omittingEmptySubsequences: false).joined(separator: shortened(secret))
        }
        line = withoutPasswords(line)
        return withoutTokens(line)
    }

    /// `postgresql://user:word@host` becomes `postgresql://…@host`.
    private static func withoutPasswords(_ line: String) -> String {
        var parts = line.components(separatedBy: "://")
        for index in parts.indices.dropFirst() {
            let authority = parts[index].prefix { !" \t/\"'?#".contains($0) }
            guard let at = authority.lastIndex(of: "@") else { continue }
            parts[index] = "…" + parts[index][at...]
        }
        return parts.joined(separator: "://")
    }

    /// The shortest text in quotes that is taken for a key; shorter ones are names more often.
    private static let shortestToken = 20

    private static func withoutTokens(_ line: String) -> String {
        var result = ""
        var word = ""
        for character in line + "\n" {
            if character.isLetter || character.isNumber || "_-+/=".contains(character) {
                word.append(character)
                continue
            }
            let isToken =
                word.count >= shortestToken && word.contains(where: \.isNumber) && word.contains(where: \.isLetter)
            result += isToken ? shortened(word) : word
            result.append(character)
            word = ""
        }
        return String(result.dropLast())
    }
}

extension String {
    /// The parts between the occurrences of a separator.
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
