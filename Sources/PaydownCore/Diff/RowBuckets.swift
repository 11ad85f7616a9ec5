/// Rows that are equal in a stage, old ones and new ones apart, each in their order.
///
/// A performance file: open addressing over rows and lists linked through one array; its memory is kept from one
/// filling to the next, since there is one for every file that changed.
struct RowBuckets {
    private struct Bucket {
        var hash: UInt64
        /// Positions in `links`; -1 for none.
        var oldHead: Int32 = -1
        var oldTail: Int32 = -1
        var newHead: Int32 = -1
        var newTail: Int32 = -1
        var oldCount: Int32 = 0
        var newCount: Int32 = 0
        var first: Int32
    }

    /// Number of a bucket, or -1; a power of two, at most half full.
    private var slots: [Int32] = []
    private var buckets: [Bucket] = []
    private var links: [(row: Int32, next: Int32)] = []

    var count: Int { buckets.count }

    mutating func fill(_ oldRows: [Int32], _ newRows: [Int32], _ rows: IdentityRows, _ stage: IdentityStage) {
        buckets.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        var capacity = 16
        while capacity < 2 * (oldRows.count + newRows.count) { capacity *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(-1, count: capacity))
        for row in oldRows {
            let bucket = bucket(of: row, rows, stage)
            let link = append(row, behind: buckets[bucket].oldTail)
            if buckets[bucket].oldCount == 0 { buckets[bucket].oldHead = link }
            buckets[bucket].oldTail = link
            buckets[bucket].oldCount += 1
        }
        for row in newRows {
            let bucket = bucket(of: row, rows, stage)
            let link = append(row, behind: buckets[bucket].newTail)
            if buckets[bucket].newCount == 0 { buckets[bucket].newHead = link }
            buckets[bucket].newTail = link
            buckets[bucket].newCount += 1
        }
    }

    private mutating func append(_ row: Int32, behind tail: Int32) -> Int32 {
        let link = Int32(links.count)
        links.append((row, -1))
        if tail >= 0 { links[Int(tail)].next = link }
        return link
    }

    private mutating func bucket(of row: Int32, _ rows: IdentityRows, _ stage: IdentityStage) -> Int {
        let hash = rows.hash(Int(row), in: stage)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let bucket = Int(slots[slot])
            if buckets[bucket].hash == hash, rows.isEqual(Int(buckets[bucket].first), Int(row), in: stage) {
                return bucket
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(buckets.count)
        buckets.append(Bucket(hash: hash, first: row))
        return buckets.count - 1
    }

    func oldCount(_ bucket: Int) -> Int { Int(buckets[bucket].oldCount) }

    func newCount(_ bucket: Int) -> Int { Int(buckets[bucket].newCount) }

    /// Only of a bucket that has old rows.
    func firstOld(_ bucket: Int) -> Int32 { links[Int(buckets[bucket].oldHead)].row }

    /// Only of a bucket that has new rows.
    func firstNew(_ bucket: Int) -> Int32 { links[Int(buckets[bucket].newHead)].row }

    func oldRows(_ bucket: Int) -> [Int32] { list(buckets[bucket].oldHead) }

    func newRows(_ bucket: Int) -> [Int32] { list(buckets[bucket].newHead) }

    private func list(_ head: Int32) -> [Int32] {
        var result: [Int32] = []
        var link = head
        while link >= 0 {
            result.append(links[Int(link)].row)
            link = links[Int(link)].next
        }
        return result
    }
}
