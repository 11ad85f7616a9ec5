import CVector

/// SHA-256 (FIPS 180-4), for identities that must be the same on every machine and in every language.
///
/// A performance file: a scan hashes some hundred thousand short texts, so that the state is reused and nothing
/// is allocated after `init`; where the processor has instructions for it, they are used. Not for secrets: nothing here runs
/// in constant time.
package struct SHA256: Sendable {
    private var state = Self.start
    /// The block that is being filled, as big-endian words; the bytes of an unfinished word are its lowest ones.
    private var block = InlineArray<16, UInt32>(repeating: 0)
    private var count: UInt64 = 0

    /// Whether the processor's own instructions are used.
    private let isAccelerated: Bool

    package init() {
        self.init(isAccelerated: Self.canAccelerate)
    }

    /// For tests, which compare both ways.
    init(isAccelerated: Bool) {
        self.isAccelerated = isAccelerated
    }

    static let canAccelerate = sha256_is_there() != 0

    @inline(__always)
    package mutating func update(_ byte: UInt8) {
        let place = Int(truncatingIfNeeded: count & 63)
        block[place >> 2] = block[place >> 2] << 8 | UInt32(byte)
        count &+= 1
        if place == 63 { compress() }
    }

    /// Four bytes a step, where they fill a word of the block.
    package mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < raw.count, count & 3 != 0 {
            update(raw[index])
            index += 1
        }
        while index + 4 <= raw.count {
            let place = Int(truncatingIfNeeded: count & 63) >> 2
            block[place] = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
            count &+= 4
            index += 4
            if place == 15 { compress() }
        }
        while index < raw.count {
            update(raw[index])
            index += 1
        }
    }

    package mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { update($0) }
    }

    /// The hash of what was fed, as its 64-bit quarters from the first on; the hasher is new afterwards.
    package mutating func finish() -> (UInt64, UInt64, UInt64, UInt64) {
        let bits = count &* 8
        update(0x80)
        while count & 3 != 0 { update(0) }
        var place = Int(truncatingIfNeeded: count & 63) >> 2
        if place > 14 {
            block[15] = 0
            compress()
            place = 0
        }
        while place < 14 {
            block[place] = 0
            place += 1
        }
        block[14] = UInt32(truncatingIfNeeded: bits >> 32)
        block[15] = UInt32(truncatingIfNeeded: bits)
        compress()
        let result = (pair(0), pair(2), pair(4), pair(6))
        state = Self.start
        count = 0
        return result
    }

    /// The first digits of the hash of a text, in lower-case hexadecimal; at most 64.
    package static func hex(_ text: String, digits: Int = 64) -> String {
        var hasher = SHA256()
        hasher.update(text)
        let hash = hasher.finish()
        return String([hash.0, hash.1, hash.2, hash.3].map { HexText.of($0, digits: 16) }.joined().prefix(digits))
    }

    private func pair(_ index: Int) -> UInt64 {
        UInt64(state[index]) << 32 | UInt64(state[index + 1])
    }

    private mutating func compress() {
        guard isAccelerated else { return compressPlainly() }
        withUnsafeMutablePointer(to: &state) { state in
            withUnsafePointer(to: block) { block in
                sha256_compress(
                    UnsafeMutableRawPointer(state).assumingMemoryBound(to: UInt32.self),
                    UnsafeRawPointer(block).assumingMemoryBound(to: UInt32.self), Self.constantTable)
            }
        }
    }

    /// Sixteen words at a time: of the 64 that the standard makes of a block, only the last sixteen are ever needed.
    private mutating func compressPlainly() {
        var words = block
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        var index = 0
        while index < 64 {
            Self.round(a, b, c, &d, e, f, g, &h, words[index & 15] &+ Self.constants[index])
            Self.round(h, a, b, &c, d, e, f, &g, words[index & 15 | 1] &+ Self.constants[index | 1])
            Self.round(g, h, a, &b, c, d, e, &f, words[index & 15 | 2] &+ Self.constants[index | 2])
            Self.round(f, g, h, &a, b, c, d, &e, words[index & 15 | 3] &+ Self.constants[index | 3])
            Self.round(e, f, g, &h, a, b, c, &d, words[index & 15 | 4] &+ Self.constants[index | 4])
            Self.round(d, e, f, &g, h, a, b, &c, words[index & 15 | 5] &+ Self.constants[index | 5])
            Self.round(c, d, e, &f, g, h, a, &b, words[index & 15 | 6] &+ Self.constants[index | 6])
            Self.round(b, c, d, &e, f, g, h, &a, words[index & 15 | 7] &+ Self.constants[index | 7])
            index += 8
            if index & 15 == 0, index < 64 { Self.schedule(&words) }
        }
        state = state &+ SIMD8<UInt32>(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32
    ) {
        let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ (g ^ (e & (f ^ g))) &+ word
        d = d &+ first
        h = first &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) | (c & (a | b)))
    }

    /// The next sixteen words of the message, in the place of the last sixteen.
    @inline(__always)
    private static func schedule(_ words: inout InlineArray<16, UInt32>) {
        for index in 0..<16 {
            let early = words[(index + 1) & 15]
            let late = words[(index + 14) & 15]
            let small = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
            let large = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
            words[index] = words[index] &+ small &+ words[(index + 9) & 15] &+ large
        }
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word >> bits | word << (32 - bits)
    }

    /// Section 5.3.3 of the standard.
    private static let start = SIMD8<UInt32>(
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

    /// The constants where a pointer can stay: written once before the pointer is there, only read afterwards and never freed,
    /// so that sharing it is safe.
    nonisolated(unsafe) private static let constantTable: UnsafePointer<UInt32> = {
        let table = UnsafeMutablePointer<UInt32>.allocate(capacity: 64)
        for index in 0..<64 { (table + index).initialize(to: constants[index]) }
        return UnsafePointer(table)
    }()

    /// Section 4.2.2 of the standard.
    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

/// Numbers in lower-case hexadecimal, with leading zeros.
package enum HexText {
    /// The lowest digits of a number, at most 16 of them.
    package static func of(_ number: UInt64, digits: Int) -> String {
        let all = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(digits)
        for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
            text.append(all[Int(truncatingIfNeeded: number >> UInt64(place) & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
