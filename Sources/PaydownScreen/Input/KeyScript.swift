/// Keys written as text, for `paydown render --keys` and tests: `2jj<enter>`, `/path:a<enter>`, `<^d>`.
package enum KeyScript {
    package enum ScriptError: Error, Equatable {
        /// A name between `<` and `>` that is no key; 1-based column in scalars.
        case unknownKey(name: String, column: Int)
        /// A `<` without its `>`; write `<lt>` for the sign itself.
        case unclosed(column: Int)
    }

    package static func keys(_ text: String) throws(ScriptError) -> [Key] {
        var keys: [Key] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            guard scalar == "<" else {
                keys.append(.character(scalar))
                index += 1
                continue
            }
            guard let close = scalars[(index + 1)...].firstIndex(of: ">") else {
                throw .unclosed(column: index + 1)
            }
            var name = ""
            name.unicodeScalars.append(contentsOf: scalars[(index + 1)..<close])
            if name == "lt" {
                keys.append(.character("<"))
            } else if name == "gt" {
                keys.append(.character(">"))
            } else if let key = Key(name) {
                keys.append(key)
            } else {
                throw .unknownKey(name: name, column: index + 1)
            }
            index = close + 1
        }
        return keys
    }
}
