/// The bytes of a cache that are all there and as they were written; whether anything in them can be is another question.
struct WholeCache: Sendable {
    let memory: CacheMemory

    static let magic: UInt64 = 0x3243_5344_5059_4150

    /// Nil when they are not.
    init?(_ memory: CacheMemory) {
        guard memory.count >= CacheLayout.head, memory.load(0) == Self.magic,
            CacheLayout(memory).byteCount == memory.count,
            memory.load(8) == Self.checksum(memory)
        else { return nil }
        self.memory = memory
    }

    private static func checksum(_ memory: CacheMemory) -> UInt64 {
        memory.withBytes { ContentHash.of(UnsafeRawBufferPointer(rebasing: $0[CacheLayout.checked...])) }
    }
}
