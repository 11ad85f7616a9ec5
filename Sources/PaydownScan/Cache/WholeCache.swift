/// The bytes of a cache that are all there and as they were written; whether anything in them can be is another question.
struct WholeCache: Sendable {
    let memory: CacheMemory

    static let magic: UInt64 = 0x3243_5344_5059_4150
    /// More than ten million findings take.
    private static let mostBytes = 2 << 30

    /// Nil when they are not.
    init?(_ memory: CacheMemory) {
        guard Self.hasSize(memory.count, byHead: memory), memory.load(8) == Self.checksum(memory) else { return nil }
        self.memory = memory
    }

    /// Whether a file of so many bytes can be a cache.
    ///
    /// - Parameter head: its first bytes.
    static func hasSize(_ size: Int, byHead head: CacheMemory) -> Bool {
        head.count >= CacheLayout.head && head.load(0) == magic && size <= mostBytes
            && CacheLayout(head).byteCount == size
    }

    private static func checksum(_ memory: CacheMemory) -> UInt64 {
        memory.withBytes { ContentHash.of(UnsafeRawBufferPointer(rebasing: $0[CacheLayout.checked...])) }
    }
}
