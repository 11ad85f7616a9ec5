import PaydownCore
import PaydownPython

/// Ids of the names in facts: equal for equal names, in all files of one thread.
///
/// A performance type: a name is looked up when a rule asks about it, once however many rules do.
struct NameNumbers {
    /// Beyond that, names are forgotten and begun anew: so much stays in a processor's second cache, and what the next
    /// files have in common is soon there again.
    private static let mostBytes = 1 << 20

    private(set) var table = StringTable()
    /// By number of a name of the file at hand, from 1; `empty` for one not asked about yet. Empty until one is.
    private var ids: [StringID] = []

    /// Begins another file; whether the ids of those before it mean nothing any more.
    mutating func begin() -> Bool {
        ids.removeAll(keepingCapacity: true)
        guard table.bytes.count > Self.mostBytes else { return false }
        table.removeAll()
        return true
    }

    @inline(__always)
    mutating func id(of name: FactName, in texts: NameTexts) -> StringID {
        let number = Int(name.number)
        if number < ids.count, !ids[number].isEmpty { return ids[number] }
        return lookUp(name, in: texts)
    }

    @inline(never)
    private mutating func lookUp(_ name: FactName, in texts: NameTexts) -> StringID {
        if name.isEmpty { return .empty }
        if ids.isEmpty { ids.append(contentsOf: repeatElement(.empty, count: texts.count + 1)) }
        let id = texts.withUTF8(name) { table.intern($0) }
        ids[Int(name.number)] = id
        return id
    }
}
