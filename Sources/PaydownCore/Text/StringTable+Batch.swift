/// Texts that wait to be interned together.
///
/// A performance file: a lookup in a table of millions of strings is a chain of three cache misses (slot, offset, text).
/// One after the other they were half of the time of loading a million findings; for forty texts at a time each
/// link of the chain is fetched for all of them before the next, so that the misses overlap.
package struct TextBatch: Sendable {
    package struct Entry: Sendable {
        /// Where the text begins, counted from wherever the owner of the bytes counts.
        package let offset: Int
        package let count: Int
        fileprivate var hash: UInt64 = 0
    }

    package fileprivate(set) var entries: [Entry] = []
    /// By entry, after `StringTable.intern(_:)`: the text's id.
    package fileprivate(set) var ids: [StringID] = []
    /// Keeps the reads that only fetch from being left out.
    fileprivate var fetched: UInt64 = 0

    package init() {}

    /// - Returns: the number of the entry.
    package mutating func append(offset: Int, count: Int) -> Int {
        entries.append(Entry(offset: offset, count: count))
        return entries.count - 1
    }

    /// Takes the newest entries back.
    package mutating func removeLast(_ count: Int) {
        entries.removeLast(count)
    }

    package mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        ids.removeAll(keepingCapacity: true)
    }
}

extension StringTable {
    /// Interns all texts of a batch.
    ///
    /// - Parameter text: the bytes of an entry, valid UTF-8, good at least until the next call of it.
    package mutating func intern(
        _ batch: inout TextBatch, _ text: (TextBatch.Entry) -> UnsafeBufferPointer<UInt8>
    ) {
        reserveSlots(for: batch.entries.count)
        for index in batch.entries.indices {
            batch.entries[index].hash = TextHash.of(text(batch.entries[index]))
        }
        batch.fetched &+= fetchSlots(batch) &+ fetchOffsets(batch) &+ fetchTexts(batch)
        for entry in batch.entries {
            batch.ids.append(intern(text(entry), hash: entry.hash))
        }
    }

    private func fetchSlots(_ batch: TextBatch) -> UInt64 {
        batch.entries.reduce(0) { $0 &+ slots[firstSlot($1.hash)] }
    }

    private func fetchOffsets(_ batch: TextBatch) -> UInt64 {
        batch.entries.reduce(0) { sum, entry in
            guard let number = candidate(entry.hash) else { return sum }
            return sum &+ UInt64(offsets[number])
        }
    }

    private func fetchTexts(_ batch: TextBatch) -> UInt64 {
        batch.entries.reduce(0) { sum, entry in
            guard let number = candidate(entry.hash) else { return sum }
            let begin = Int(offsets[number])
            return begin < bytes.count ? sum &+ UInt64(bytes[begin]) : sum
        }
    }

    /// The string in the first slot for a hash, when half of its hash is the same.
    @inline(__always)
    private func candidate(_ hash: UInt64) -> Int? {
        let slot = slots[firstSlot(hash)]
        return (slot ^ hash) & Self.hashHalf == 0 ? Int(truncatingIfNeeded: slot & ~Self.hashHalf) : nil
    }
}
