import PaydownCore

/// JSON text being written: UTF-8 bytes, the same for the same values on every machine.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    /// Forgets what was written so far, to write on into the same memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Text that is JSON already.
    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: utf8)
    }

    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    /// A string in quotes.
    mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        JSONString.append(utf8, to: &bytes)
    }

    mutating func integer(_ value: UInt32) {
        integer(Int(value))
    }

    mutating func integer(_ value: Int) {
        if value >= 0, value < 10 {
            bytes.append(0x30 + UInt8(value))
        } else {
            raw(String(value))
        }
    }

    /// A finite number: whole ones without a fraction, others as the shortest text that reads back as the same.
    mutating func number(_ value: Double) {
        precondition(value.isFinite, "JSON has no word for \(value)")
        if value == value.rounded(), abs(value) < 1e15 {
            integer(Int(value))
        } else {
            raw(value.description)
        }
    }
}
