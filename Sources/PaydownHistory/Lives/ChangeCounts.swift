import PaydownCore

/// What became of findings between two neighbours, by rule, packed.
///
/// Rules go by their place in the snapshot's header; those that it does not name go by their id. Of the eight numbers
/// those that are not zero are written, behind a mask.
enum ChangeCounts {
    static func packed(_ changes: [String: DiffCounts], _ rules: [Rule]) -> [UInt8] {
        let places = Dictionary(rules.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        var writer = ByteWriter()
        writer.number(changes.count)
        for (rule, counts) in changes.sorted(by: { $0.key < $1.key }) {
            if let place = places[rule] {
                writer.number(place + 1)
            } else {
                writer.number(0)
                writer.text(rule)
            }
            let numbers = numbers(counts)
            writer.byte(numbers.indices.reduce(0) { numbers[$1] == 0 ? $0 : $0 | 1 << UInt8($1) })
            for number in numbers where number != 0 { writer.number(number) }
        }
        return writer.bytes
    }

    static func unpacked(_ bytes: [UInt8], _ rules: [Rule]) throws(BrokenBytes) -> [String: DiffCounts] {
        var reader = ByteReader(bytes)
        let count = try reader.count()
        var changes: [String: DiffCounts] = [:]
        changes.reserveCapacity(count)
        for _ in 0..<count {
            let place = try reader.small()
            guard place <= rules.count else { throw BrokenBytes(what: "an unknown rule") }
            let rule = place == 0 ? try reader.text() : rules[place - 1].id
            let mask = try reader.byte()
            var numbers = [Int](repeating: 0, count: 8)
            for index in 0..<8 where mask >> UInt8(index) & 1 != 0 { numbers[index] = try reader.small() }
            changes[rule] = counts(numbers)
        }
        return changes
    }

    private static func numbers(_ counts: DiffCounts) -> [Int] {
        [
            counts.unchanged, counts.moved, counts.new, counts.returned, counts.fixed, counts.gone, counts.unseen,
            counts.revealed,
        ]
    }

    private static func counts(_ numbers: [Int]) -> DiffCounts {
        var counts = DiffCounts()
        counts.unchanged = numbers[0]
        counts.moved = numbers[1]
        counts.new = numbers[2]
        counts.returned = numbers[3]
        counts.fixed = numbers[4]
        counts.gone = numbers[5]
        counts.unseen = numbers[6]
        counts.revealed = numbers[7]
        return counts
    }
}
