import CVector

/// Groups of four bytes, made ready to be looked for at 64 places of a text together.
///
/// After the "Teddy" search of Hyperscan: each group belongs to one of eight sets, and by every half of a byte a table says
/// which sets have it at that place of a group. Places that all eight tables of a group let through are few, and are then
/// compared.
struct GroupSets: Sendable {
    /// How many bytes are read to look at 64 places.
    private static let window = 67

    private var sets = groups_sets()
    private let fold: UInt8

    /// Whether the processor is able to.
    static let areThere = vector_avx2_is_there() != 0
    /// Whether it takes 64 places in one register.
    private static let areWidest = vector_avx512_is_there() != 0

    /// - Parameters:
    ///   - groups: the first byte lowest.
    ///   - fold: the bits that are set in every byte of the groups, and are to be in the text's.
    init(_ groups: [UInt32], fold: UInt8) {
        self.fold = fold
        // Neighbours in order share their first bytes, and let through less that is none of them.
        let ordered = Set(groups.map(\.byteSwapped)).sorted().map(\.byteSwapped)
        withUnsafeMutableBytes(of: &sets) { tables in
            for (number, group) in ordered.enumerated() {
                let bit = UInt8(1) << UInt8(number * 8 / ordered.count)
                for part in 0..<4 {
                    let byte = Int(group >> UInt32(part * 8) & 0xFF)
                    tables[part * 16 + byte & 15] |= bit
                    tables[64 + part * 16 + byte >> 4] |= bit
                }
            }
        }
    }

    /// Calls `body` with the places at which a group may begin, ascending, as far as windows fit into the text.
    ///
    /// - Parameter index: where to begin; afterwards the first place that was not looked at.
    @inline(__always)
    func find(in source: SourceBytes, from index: inout Int, _ body: (Int) -> Void) {
        let last = Int64(source.count - Self.window)
        var block = Int64(index)
        withUnsafePointer(to: sets) { sets in
            while true {
                let found = next(source, &block, last, sets)
                if found == 0 { break }
                Self.forEach(found, from: block, body)
                block += 64
            }
            // The last places once more, with those that have not been looked at.
            let rest = Int64(source.count) - 3 - block
            guard rest > 0, rest < 64, last >= 0 else { return }
            var final = last
            Self.forEach(next(source, &final, last, sets) & (~0 << UInt64(64 - rest)), from: last, body)
            block += rest
        }
        index = Int(block)
    }

    /// As `groups_next64_plain`.
    @inline(__always)
    private func next(
        _ source: SourceBytes, _ block: inout Int64, _ last: Int64, _ sets: UnsafePointer<groups_sets>
    ) -> UInt64 {
        Self.areWidest
            ? groups_next64_widest(source.start, &block, last, sets, fold)
            : groups_next64(source.start, &block, last, sets, fold)
    }

    @inline(__always)
    private static func forEach(_ found: UInt64, from block: Int64, _ body: (Int) -> Void) {
        var found = found
        while found != 0 {
            body(Int(block) + found.trailingZeroBitCount)
            found &= found &- 1
        }
    }
}
