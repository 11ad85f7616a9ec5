/// The hashes of a few lines in their usual form, eight lower-case hexadecimal digits or nothing, as numbers.
///
/// A performance file: four such texts, all different, cost 72 bytes a finding as strings of a table, with their ids
/// and their list; as numbers they cost 16, and are compared without looking at text.
package struct LineHashes: Equatable, Sendable {
    /// Two lines before and two after are what a scan keeps.
    package static let limit = 4

    package private(set) var count = 0
    /// Bit *n* is set when line *n* has a hash, 0-based.
    private var filled: UInt32 = 0
    /// 0 where there is no hash.
    private var values = SIMD4<UInt32>.zero

    package init() {}

    /// Of four lines.
    ///
    /// - Parameter mask: which of them have a hash, the first the lowest bit.
    package init(_ values: SIMD4<UInt32>, mask: UInt8) {
        count = 4
        filled = UInt32(mask & 15)
        self.values = values
        for line in 0..<4 where mask >> UInt8(line) & 1 == 0 { self.values[line] = 0 }
    }

    /// Adds a line.
    ///
    /// - Returns: false, with nothing added, when the text has another form or there are as many lines as go in.
    package mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        if count == Self.limit { return false }
        if !utf8.isEmpty {
            guard utf8.count == 8 else { return false }
            let digits = UInt64(
                littleEndian: UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: 0, as: UInt64.self))
            guard let value = Self.value(of: digits) else { return false }
            values[count] = value
            filled |= 1 << UInt32(count)
        }
        count += 1
        return true
    }

    /// Whether no line has a hash.
    package var isBlank: Bool { filled == 0 }

    /// How many lines that stand at the same place have the same hash in both.
    func equalLines(_ other: LineHashes) -> Int {
        var both = filled & other.filled
        var equal = 0
        while both != 0 {
            let line = both.trailingZeroBitCount
            if values[line] == other.values[line] { equal += 1 }
            both &= both - 1
        }
        return equal
    }

    /// The text of each line in turn, the pointer good during the call only.
    package func forEachText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        for line in 0..<count {
            if filled & 1 << UInt32(line) == 0 {
                body(UnsafeBufferPointer(start: nil, count: 0))
            } else {
                var digits = Self.digits(of: values[line]).littleEndian
                withUnsafeBytes(of: &digits) { $0.withMemoryRebound(to: UInt8.self, body) }
            }
        }
    }

    // MARK: Eight digits at a time

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let lowHalves: UInt64 = 0x0F0F_0F0F_0F0F_0F0F

    /// - Parameter digits: the first one in the lowest byte.
    private static func value(of digits: UInt64) -> UInt32? {
        // Letters have bit 6 set, and their low halves count from 1.
        let letters = digits &>> 6 & ones
        let nibbles = (digits & lowHalves) &+ letters &* 9
        guard nibbles & ~lowHalves == 0, spelled(nibbles) == digits else { return nil }
        var value = nibbles.byteSwapped
        value = (value | value &>> 4) & 0x00FF_00FF_00FF_00FF
        value = (value | value &>> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: value | value &>> 16)
    }

    /// The eight digits of a number, the first one in the lowest byte.
    package static func digits(of value: UInt32) -> UInt64 {
        var nibbles = UInt64(value)
        nibbles = (nibbles | nibbles &<< 16) & 0x0000_FFFF_0000_FFFF
        nibbles = (nibbles | nibbles &<< 8) & 0x00FF_00FF_00FF_00FF
        nibbles = (nibbles | nibbles &<< 4) & lowHalves
        return spelled(nibbles.byteSwapped)
    }

    /// The digit of each byte, 0...15.
    private static func spelled(_ nibbles: UInt64) -> UInt64 {
        let letters = (nibbles &+ ones &* 6) &>> 4 & ones
        return nibbles &+ ones &* 0x30 &+ letters &* 0x27
    }
}

extension LineHashes {
    /// How lists of hashes are kept behind each other: which lines there are, and the hashes of those that have one.
    package struct Pool: Equatable, Sendable {
        private var values: [UInt32] = []
        /// The list that was added last, for findings on one line, which have the same lines around them.
        private var last = LineHashes()
        private var lastNumber: UInt32 = 0

        /// 26 bits say where a list begins, five which lines have a hash.
        private static let placeBits: UInt32 = 26
        private static let limit = 1 << Int(placeBits)

        /// - Returns: a number below 2^31, or nil when the pool is full.
        mutating func append(_ list: LineHashes) -> UInt32? {
            if list == last { return lastNumber }
            guard values.count + LineHashes.limit <= Self.limit else { return nil }
            // A bit above those of the lines says how many lines there are.
            let shape = list.filled | 1 << UInt32(list.count)
            lastNumber = shape << Self.placeBits | UInt32(values.count)
            last = list
            for line in 0..<list.count where list.filled & 1 << UInt32(line) != 0 { values.append(list.values[line]) }
            return lastNumber
        }

        subscript(number: UInt32) -> LineHashes {
            let shape = number >> Self.placeBits
            var place = Int(number & (1 << Self.placeBits - 1))
            var list = LineHashes()
            list.count = 31 - shape.leadingZeroBitCount
            list.filled = shape & ~(1 << UInt32(list.count))
            for line in 0..<list.count where list.filled & 1 << UInt32(line) != 0 {
                list.values[line] = values[place]
                place += 1
            }
            return list
        }
    }
}
