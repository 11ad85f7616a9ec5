import PaydownCore

/// The names of the file at hand, by numbers of the file's own; the table of all names is asked once for each.
///
/// A performance file: a table of a whole tree's names is larger than the processor's caches, and looking a name up in it
/// each time it occurs was a seventh of the whole scan, all of it waiting for memory. A file has a hundred different
/// names, which fit into the nearest cache; when the file has been read, those are looked up together (see
/// `TextBatch`), so that the waiting overlaps, and the facts exchange their numbers for ids.
///
/// The memory is used for file after file. Slots are cut to their number by a mask, entries are below `count`, and all
/// places lie in one `SourceText`, behind which whole words may be read.
final class FileNames {
    private struct Slot {
        var hash: UInt32
        /// 0 for a free slot.
        var number: UInt32
    }

    private struct Entry {
        /// Of the first byte in the text; `resolved` for a name that does not stand there as it is.
        var offset: UInt32
        var length: UInt32

        static let resolved = UInt32.max
    }

    /// How many slots a file begins with.
    private static let fewest = 1 << 10
    /// Below so many bytes a file begins with a fourth of them.
    private static let small = 1 << 13
    /// How many names are looked up together: their misses overlap, and what they bring is still there when it is needed.
    private static let batchSize = 48

    private var slots: UnsafeMutablePointer<Slot>
    private var slotCapacity = FileNames.fewest
    private var mask = FileNames.fewest - 1
    private var entries: UnsafeMutablePointer<Entry>
    /// By number, at the end of the file.
    private var ids: UnsafeMutablePointer<StringID>
    private var entryCapacity = FileNames.fewest
    private var count = 1
    private var base: UnsafePointer<UInt8>
    /// Numbers of names that are not in the text as they are.
    private var numbersOfResolved: [StringID: UInt32] = [:]
    private var batch = TextBatch()

    init() {
        slots = .allocate(capacity: slotCapacity)
        entries = .allocate(capacity: entryCapacity)
        ids = .allocate(capacity: entryCapacity)
        base = UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
        ids.deallocate()
    }

    /// Begins a file whose text of so many bytes is there.
    func begin(_ base: UnsafePointer<UInt8>, count length: Int) {
        self.base = base
        // Every hundredth byte begins a new name; with fewer slots to clear, small files are done sooner.
        mask = (length < Self.small ? Self.fewest / 4 : Self.fewest) - 1
        slots.initialize(repeating: Slot(hash: 0, number: 0), count: mask + 1)
        count = 1
        ids[0] = .empty
        if !numbersOfResolved.isEmpty { numbersOfResolved.removeAll() }
    }

    // MARK: Numbers

    /// The number of the bytes between these places, as if it were an id; 0 for none.
    @inline(__always)
    func number(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> StringID {
        let length = end - start
        guard length > 0 else { return .empty }
        let hash = Self.hash(start, length)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].number != 0 {
            if slots[slot].hash == hash, holds(slots[slot].number, start, length) {
                return StringID(slots[slot].number)
            }
            slot = (slot &+ 1) & mask
        }
        return add(start, length, hash, slot)
    }

    /// The number of a name that is in the table already.
    func number(of id: StringID) -> StringID {
        if id.isEmpty { return .empty }
        if let number = numbersOfResolved[id] { return StringID(number) }
        let number = append(Entry(offset: Entry.resolved, length: 0))
        ids[Int(number)] = id
        numbersOfResolved[id] = number
        return StringID(number)
    }

    @inline(never)
    private func add(_ start: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32, _ slot: Int) -> StringID {
        let number = append(
            Entry(
                offset: UInt32(truncatingIfNeeded: start - base), length: UInt32(truncatingIfNeeded: length)))
        slots[slot] = Slot(hash: hash, number: number)
        if count * 2 > mask { growSlots() }
        return StringID(number)
    }

    private func append(_ entry: Entry) -> UInt32 {
        if count == entryCapacity { growEntries() }
        (entries + count).initialize(to: entry)
        count += 1
        return UInt32(truncatingIfNeeded: count - 1)
    }

    private func growEntries() {
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
        larger.moveInitialize(from: entries, count: count)
        entries.deallocate()
        entries = larger
        let more = UnsafeMutablePointer<StringID>.allocate(capacity: entryCapacity * 2)
        more.moveInitialize(from: ids, count: count)
        ids.deallocate()
        ids = more
        entryCapacity *= 2
    }

    private func growSlots() {
        let old = Array(UnsafeBufferPointer(start: slots, count: mask + 1))
        mask = old.count * 2 - 1
        if mask >= slotCapacity {
            slots.deallocate()
            slotCapacity = mask + 1
            slots = .allocate(capacity: slotCapacity)
        }
        slots.initialize(repeating: Slot(hash: 0, number: 0), count: mask + 1)
        for entry in old where entry.number != 0 {
            var slot = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[slot].number != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    // MARK: Ids

    /// Puts the names into the table, and ids in the place of the numbers of all facts.
    func resolve(_ facts: inout FileFacts, into names: inout StringTable) {
        var number = 1
        while number < count {
            let first = number
            batch.removeAll()
            while number < count, number - first < Self.batchSize {
                let entry = entries[number]
                if entry.offset != Entry.resolved {
                    _ = batch.append(offset: Int(entry.offset), count: Int(entry.length))
                }
                number += 1
            }
            let base = base
            names.intern(&batch) { UnsafeBufferPointer(start: base + $0.offset, count: $0.count) }
            var next = 0
            for resolved in first..<number where entries[resolved].offset != Entry.resolved {
                ids[resolved] = batch.ids[next]
                next += 1
            }
        }
        facts.exchangeNames(UnsafeBufferPointer(start: ids, count: count))
    }

    // MARK: Bytes

    @inline(__always)
    private static func word(_ place: UnsafePointer<UInt8>) -> UInt64 {
        UnsafeRawPointer(place).loadUnaligned(as: UInt64.self).littleEndian
    }

    @inline(__always)
    private static func hash(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var place = start
        var rest = length
        while rest > 8 {
            hash = (hash ^ word(place)) &* 0xA076_1D64_78BD_642F
            hash ^= hash >> 32
            place += 8
            rest &-= 8
        }
        hash = (hash ^ (word(place) & .firstBytes(rest))) &* 0xE703_7ED1_A0B4_28DB
        return UInt32(truncatingIfNeeded: hash >> 32)
    }

    @inline(__always)
    private func holds(_ number: UInt32, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let entry = entries[Int(number)]
        guard entry.length == UInt32(truncatingIfNeeded: length) else { return false }
        let held = base + Int(entry.offset)
        var index = 0
        while length &- index > 8 {
            if Self.word(held + index) != Self.word(start + index) { return false }
            index &+= 8
        }
        return (Self.word(held + index) ^ Self.word(start + index)) & .firstBytes(length &- index) == 0
    }
}
