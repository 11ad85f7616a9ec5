/// How the rows of a snapshot come from those of another: rows kept, rows dropped, rows put in, again and again.
struct RowScript {
    struct Step: Equatable {
        var kept = 0
        var dropped = 0
        var inserted = 0
    }

    private(set) var steps: [Step] = []

    /// Rows are told apart by their hashes alone: 64 bits over ids, of which there are far below 2^32 in one store.
    ///
    /// Not the shortest script there is: where rows change their order, they are dropped and put in again.
    init(old: [UInt64], new: [UInt64]) {
        var (oldRow, newRow) = (0, 0)
        let shorter = min(old.count, new.count)
        while oldRow < shorter, old[oldRow] == new[oldRow] { oldRow += 1 }
        newRow = oldRow
        var tail = 0
        while tail < shorter - oldRow, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        var step = Step(kept: oldRow)
        let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
        // How often a row is still to come.
        var left = Self.counts(old[oldRow..<oldEnd])
        var right = Self.counts(new[newRow..<newEnd])
        while oldRow < oldEnd || newRow < newEnd {
            if oldRow < oldEnd, newRow < newEnd, old[oldRow] == new[newRow] {
                close(&step)
                step.kept += 1
                left[old[oldRow], default: 0] -= 1
                right[new[newRow], default: 0] -= 1
                oldRow += 1
                newRow += 1
            } else if oldRow < oldEnd, newRow == newEnd || right[old[oldRow], default: 0] <= 0 {
                step.dropped += 1
                left[old[oldRow], default: 0] -= 1
                oldRow += 1
            } else if newRow < newEnd, oldRow == oldEnd || left[new[newRow], default: 0] <= 0 {
                step.inserted += 1
                right[new[newRow], default: 0] -= 1
                newRow += 1
            } else {
                step.dropped += 1
                left[old[oldRow], default: 0] -= 1
                oldRow += 1
            }
        }
        if tail > 0 { close(&step) }
        step.kept += tail
        steps.append(step)
    }

    /// A step is over when rows are kept after something else.
    private mutating func close(_ step: inout Step) {
        guard step.dropped > 0 || step.inserted > 0 else { return }
        steps.append(step)
        step = Step()
    }

    private static func counts(_ hashes: ArraySlice<UInt64>) -> [UInt64: Int32] {
        var counts: [UInt64: Int32] = [:]
        counts.reserveCapacity(hashes.count)
        for hash in hashes { counts[hash, default: 0] += 1 }
        return counts
    }
}
