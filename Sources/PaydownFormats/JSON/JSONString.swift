/// A text as JSON has it: in quotes, escaped as in the snapshots that are written.
package enum JSONString {
    package static func quoted(_ text: String) -> String {
        var json = JSONText()
        json.string(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
