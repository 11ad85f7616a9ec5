/// Why CPython refuses a file, and where.
package struct SyntaxProblem: Error, Hashable, Sendable {
    package var position: Position
    package var reason: Reason

    package init(position: Position, reason: Reason) {
        self.position = position
        self.reason = reason
    }
}

extension SyntaxProblem: CustomStringConvertible {
    package var description: String { "\(position.line):\(position.column): \(reason.text)" }
}

extension SyntaxProblem {
    /// The kinds of refusal that are told apart; those that only Python 2 would accept come last.
    package enum Reason: UInt8, CaseIterable, Sendable {
        case invalidSyntax = 0
        case nullByte
        case notUTF8
        case unknownEncoding
        case encodingConflict
        case undecodable
        case invalidCharacter
        case badContinuation
        case unexpectedEnd
        case unterminatedString
        case unterminatedTripleString
        case bracketNeverClosed
        case bracketUnmatched
        case bracketMismatch
        case tooManyBrackets
        case unexpectedIndent
        case expectedIndent
        case dedentMismatch
        case inconsistentTabs
        case tooManyIndents
        case tooManyLambdas
        case invalidNumber
        case oldOctal
        case numberTooLong
        case bytesNotASCII
        case mixedBytes
        case badEscape
        case formatEmpty
        case formatBrace
        case formatBackslash
        case formatComment
        case formatConversion
        case formatDepth
        case formatUnterminated
        case assignTarget
        case deleteTarget
        case argumentOrder
        case keywordName
        case keywordRepeated
        case generatorParentheses
        case parameterOrder
        case typeParameter
        case patternCapture
        case newerSyntax
        case python2Print
        case python2Exec
        case python2Except
        case python2Raise
        case python2Backticks
        case python2NotEqual
        case python2Unpacking
        case python2Number
        case python2String
    }
}

extension SyntaxProblem.Reason {
    /// Whether only Python 2 would accept such a thing.
    package var isPython2: Bool { rawValue >= Self.python2Print.rawValue }

    /// Whether something within an f-string is wrong.
    var isFormat: Bool {
        rawValue >= Self.formatEmpty.rawValue && rawValue <= Self.formatUnterminated.rawValue
    }

    /// The reason in a few words.
    package var text: String {
        switch self {
        case .invalidSyntax: "invalid syntax"
        case .nullByte: "null byte in the source"
        case .notUTF8: "not UTF-8, and no encoding declared"
        case .unknownEncoding: "unknown encoding declared"
        case .encodingConflict: "encoding declared against the byte order mark"
        case .undecodable: "bytes that the declared encoding does not have"
        case .invalidCharacter: "character outside of any token"
        case .badContinuation: "character after a line continuation"
        case .unexpectedEnd: "unexpected end of file"
        case .unterminatedString: "unterminated string"
        case .unterminatedTripleString: "unterminated triple-quoted string"
        case .bracketNeverClosed: "bracket never closed"
        case .bracketUnmatched: "closing bracket without an opening one"
        case .bracketMismatch: "closing bracket of another kind than the opening one"
        case .tooManyBrackets: "too many nested brackets"
        case .unexpectedIndent: "unexpected indent"
        case .expectedIndent: "expected an indented block"
        case .dedentMismatch: "unindent matches no outer indentation"
        case .inconsistentTabs: "inconsistent use of tabs and spaces"
        case .tooManyIndents: "too many levels of indentation"
        case .tooManyLambdas: "too many lambdas in the defaults of lambdas"
        case .invalidNumber: "invalid number"
        case .oldOctal: "leading zeros in a decimal number (python 2 octal)"
        case .numberTooLong: "number of more than 4300 digits"
        case .bytesNotASCII: "bytes literal with a non-ASCII character"
        case .mixedBytes: "bytes and text literals side by side"
        case .badEscape: "malformed escape in a string"
        case .formatEmpty: "f-string: empty expression"
        case .formatBrace: "f-string: brace out of place"
        case .formatBackslash: "f-string: backslash in an expression (before python 3.12)"
        case .formatComment: "f-string: '#' in an expression (before python 3.12)"
        case .formatConversion: "f-string: invalid conversion"
        case .formatDepth: "f-string: expressions nested too deeply"
        case .formatUnterminated: "f-string: expression without an end"
        case .assignTarget: "cannot assign to that expression"
        case .deleteTarget: "cannot delete that expression"
        case .argumentOrder: "arguments in an order python does not allow"
        case .keywordName: "keyword argument that is not a name"
        case .keywordRepeated: "keyword argument repeated"
        case .generatorParentheses: "generator expression must be parenthesized"
        case .parameterOrder: "parameters in an order python does not allow"
        case .typeParameter: "malformed type parameters"
        case .patternCapture: "pattern that binds no name"
        case .newerSyntax: "syntax of a newer python"
        case .python2Print: "python 2 print statement"
        case .python2Exec: "python 2 exec statement"
        case .python2Except: "python 2 except clause"
        case .python2Raise: "python 2 raise statement"
        case .python2Backticks: "python 2 backticks"
        case .python2NotEqual: "python 2 '<>'"
        case .python2Unpacking: "python 2 tuple parameter"
        case .python2Number: "python 2 long integer"
        case .python2String: "python 2 string prefix"
        }
    }
}
