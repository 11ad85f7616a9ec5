import PaydownScreen

/// What is wrong in a file that a person wrote: a configuration or a theme.
package struct ConfigurationError: Error, Equatable, Sendable, CustomStringConvertible {
    package enum Problem: Equatable, Sendable {
        /// The file is there and cannot be read, with the system's reason.
        case unreadable(String)
        case notUTF8
        case tooLarge(limit: Int)
        /// Not TOML, in the parser's words.
        case syntax(String)
        /// - Parameter table: the table's name in the file, empty for the top level.
        case unknownKey(String, table: String, nearest: String?, known: [String])
        case wrongType(key: String, expected: String, found: String)
        case badValue(key: String, value: String, expected: String, nearest: String?)
        case missingKey(String, table: String)
        /// A key that only the user's own file may have.
        case onlyInUserFile(key: String, userFile: String)
        /// A key that says something about a project, in the user's own file.
        case onlyInProjectFile(key: String)
        case theme(ThemeError)
    }

    package var file: String
    /// Nil when the whole file is meant.
    package var position: TextPosition?
    package var problem: Problem

    package init(file: String, at position: TextPosition? = nil, _ problem: Problem) {
        self.file = file
        self.position = position
        self.problem = problem
    }

    /// - Parameter file: for errors that no file's text is to blame for.
    package init(_ error: ThemeError, file: String) {
        self.init(file: error.file ?? file, at: error.position, .theme(error))
    }

    /// `paydown.toml:3:8: unknown key 'mose'; did you mean 'mouse'?`
    package var description: String {
        var place = file
        if let position { place += ":\(position.line):\(position.column)" }
        return (place.isEmpty ? "" : place + ": ") + sentence + "; " + wayOut
    }

    /// What is wrong, without the place.
    package var sentence: String {
        switch problem {
        case .unreadable(let reason): "cannot be read: " + reason
        case .notUTF8: "is not UTF-8"
        case .tooLarge(let limit): "is larger than \(limit / 1024) KiB"
        case .syntax(let message): "not valid TOML: " + message
        case .unknownKey(let key, let table, _, _):
            "unknown key '\(key)'" + (table.isEmpty ? "" : " in [\(table)]")
        case .wrongType(let key, let expected, let found): "'\(key)' is \(found), not \(expected)"
        case .badValue(let key, let value, _, _): "'\(key)' cannot be '\(value)'"
        case .missingKey(let key, let table): "\(table) has no '\(key)'"
        case .onlyInUserFile(let key, _): "'\(key)' names a program to run, which a project's file must not"
        case .onlyInProjectFile(let key): "'\(key)' is a project's matter"
        case .theme(let error): error.sentence
        }
    }

    /// What to do about it.
    package var wayOut: String {
        switch problem {
        case .unreadable: return "check its path and its permissions"
        case .notUTF8: return "save it as UTF-8"
        case .tooLarge: return "this is no file to write by hand; check its name"
        case .syntax: return "correct it there"
        case .unknownKey(_, _, let nearest?, _): return "did you mean '\(nearest)'?"
        case .unknownKey(_, _, nil, let known):
            return known.isEmpty ? "take it out" : "known are " + known.joined(separator: ", ")
        case .wrongType(_, let expected, _): return "write \(expected)"
        case .badValue(_, _, let expected, let nearest):
            return nearest.map { "did you mean '\($0)'?" } ?? "write \(expected)"
        case .missingKey(let key, _): return "add '\(key)'"
        case .onlyInUserFile(_, let userFile): return "write it in " + userFile
        case .onlyInProjectFile: return "write it in the project's paydown.toml"
        case .theme(let error): return error.wayOut
        }
    }
}
