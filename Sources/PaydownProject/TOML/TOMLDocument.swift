import PaydownCore
import PaydownScreen
import TOMLKit

/// A TOML text read into values that know their place.
///
/// All of what TOMLKit parsed is copied, so nothing points there afterwards; texts that were read before are not parsed
/// again (see `TOMLMemory`).
package enum TOMLDocument {
    /// - Parameter file: its name for messages.
    package static func read(_ text: String, file: String) throws(ConfigurationError) -> [String: TOMLNode] {
        // The parser takes a C string: it would stop at a NUL without a word.
        if let position = position(ofNULIn: text) {
            throw ConfigurationError(file: file, at: position, .syntax("a NUL character"))
        }
        if let known = TOMLMemory.root(of: text) { return known }
        let root: TOMLTable
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ConfigurationError(
                file: file, at: TextPosition(line: error.source.begin.line, column: error.source.begin.column),
                .syntax(words(of: error.description)))
        } catch {
            throw ConfigurationError(file: file, .syntax("not TOML"))
        }
        let nodes = table(root, at: .root, places: TOMLKeyLocator(text).places)
        TOMLMemory.remember(nodes, of: text)
        return nodes
    }

    /// How many texts have been parsed by this process; the same text again is not.
    package static var parsed: Int { TOMLMemory.parsed }

    /// The parser's words without "Error while parsing key-value pair: ", which says nothing more.
    private static func words(of description: String) -> String {
        guard description.hasPrefix("Error while parsing"), let colon = description.firstRange(of: ": ") else {
            return description
        }
        return String(description[colon.upperBound...])
    }

    private static func table(
        _ table: TOMLTable, at path: TOMLPath, places: [TOMLPath: TOMLKeyLocator.Place]
    ) -> [String: TOMLNode] {
        var nodes: [String: TOMLNode] = [:]
        for (key, value) in table { nodes[key] = node(value, at: path.appending(key), places: places) }
        return nodes
    }

    private static func node(
        _ node: any TOMLValueConvertible, at path: TOMLPath, places: [TOMLPath: TOMLKeyLocator.Place]
    ) -> TOMLNode {
        let place = places[path]
        let start = TextPosition(line: 1, column: 1)
        return TOMLNode(
            value(node, at: path, places: places), keyPosition: place?.key ?? start, position: place?.value ?? start)
    }

    private static func value(
        _ node: any TOMLValueConvertible, at path: TOMLPath, places: [TOMLPath: TOMLKeyLocator.Place]
    ) -> TOMLNode.Value {
        switch node.type {
        case .string: return .string(node.string ?? "")
        case .int: return .integer(node.int ?? 0)
        case .double: return .float(node.double ?? 0)
        case .bool: return .boolean(node.bool ?? false)
        case .date:
            let day = node.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
            return day.map(TOMLNode.Value.day) ?? .time
        case .time, .dateTime: return .time
        case .table: return .table(node.table.map { table($0, at: path, places: places) } ?? [:])
        case .array:
            guard let array = node.array else { return .array([]) }
            return .array(
                (0..<array.count).map { Self.node(array[$0], at: path.appending($0), places: places) })
        }
    }

    private static func position(ofNULIn text: String) -> TextPosition? {
        guard text.utf8.contains(0) else { return nil }
        var position = TextPosition(line: 1, column: 1)
        for scalar in text.unicodeScalars {
            if scalar == "\0" { return position }
            if scalar == "\n" {
                position = TextPosition(line: position.line + 1, column: 1)
            } else {
                position.column += 1
            }
        }
        return nil
    }
}
