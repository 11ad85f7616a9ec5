/// A hash of a file's bytes, to know it again on this machine; not for secrets, not for other machines.
///
/// A performance file: a whole tree is hashed when nothing but the files' times has changed, as in a new checkout. Four
/// lanes of multiply and fold, 32 bytes a step, run at the speed of memory; the step is wyhash's (Wang Yi).
enum ContentHash {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes = SIMD4<UInt64>(
            0x9E37_79B9_7F4A_7C15, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
        var index = 0
        while index + 32 <= bytes.count {
            for lane in 0..<4 {
                lanes[lane] = mix(lanes[lane], bytes.loadUnaligned(fromByteOffset: index + lane * 8, as: UInt64.self))
            }
            index += 32
        }
        while index + 8 <= bytes.count {
            lanes[0] = mix(lanes[0], bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var tail: UInt64 = 0
        while index < bytes.count {
            tail = tail << 8 | UInt64(bytes[index])
            index += 1
        }
        lanes[1] = mix(lanes[1], tail)
        return mix(mix(lanes[0], lanes[1]) ^ UInt64(bytes.count), mix(lanes[2], lanes[3]))
    }

    @inline(__always)
    private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let product = (state ^ word ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low ^ word
    }
}
