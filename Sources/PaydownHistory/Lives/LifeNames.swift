import PaydownCore

/// The fingerprints that findings are shown by for their whole lives: those that they were born with, unless another
/// finding has had it before.
///
/// Scanners tell equal findings of one snapshot apart by a number behind a dot, which is another one as soon as one of
/// them is fixed. A life keeps its number; a new one whose number is taken gets the next that is free.
struct LifeNames {
    private var texts = StringTable()
    /// By life: its text in `texts`, and the number behind the dot, 0 for none.
    private var bases: [StringID] = []
    private var ordinals: [UInt32] = []
    /// By text: the highest number given so far.
    private var highest: [UInt32] = []
    /// By text: whether it has been given at all.
    private var isTaken: [Bool] = []
    /// Numbers below the highest that are still free.
    private var skipped: Set<UInt64> = []

    /// A larger gap is no order of findings.
    private static let mostSkipped: UInt32 = 1000

    var count: Int { bases.count }

    /// Names the next life by the fingerprint that its finding came with.
    mutating func add(_ fingerprint: String) -> (base: String, ordinal: UInt32) {
        let (base, given) = Self.parts(fingerprint)
        let id = texts.intern(base)
        reserve(id)
        let ordinal = isFree(id, given) ? given : max(highest[Int(id.rawValue)], 1) + 1
        append(id, ordinal)
        return (base, ordinal)
    }

    /// A name that was given before.
    mutating func add(base: StringID, ordinal: UInt32) {
        reserve(base)
        append(base, ordinal)
    }

    mutating func intern(_ reader: inout ByteReader, _ buffer: inout [UInt8]) throws(BrokenBytes) -> StringID {
        try reader.text(into: &texts, &buffer)
    }

    subscript(life: UInt32) -> String {
        let ordinal = ordinals[Int(life)]
        let base = texts[bases[Int(life)]]
        return ordinal == 0 ? base : "\(base).\(ordinal)"
    }

    /// The life that is shown by a fingerprint.
    func life(_ fingerprint: String) -> UInt32? {
        let (base, ordinal) = Self.parts(fingerprint)
        guard let id = texts.find(base) else { return nil }
        for life in bases.indices where bases[life] == id && ordinals[life] == ordinal { return UInt32(life) }
        return nil
    }

    /// Fingerprints that begin so, at most that many.
    func candidates(_ prefix: String, limit: Int) -> [UInt32] {
        var lives: [UInt32] = []
        for life in bases.indices where self[UInt32(life)].hasPrefix(prefix) {
            lives.append(UInt32(life))
            if lives.count == limit { break }
        }
        return lives
    }

    private func isFree(_ id: StringID, _ ordinal: UInt32) -> Bool {
        if ordinal == 0 { return !isTaken[Int(id.rawValue)] }
        return ordinal > highest[Int(id.rawValue)] || skipped.contains(Self.key(id, ordinal))
    }

    private static func key(_ id: StringID, _ ordinal: UInt32) -> UInt64 {
        UInt64(id.rawValue) << 32 | UInt64(ordinal)
    }

    private mutating func reserve(_ id: StringID) {
        while highest.count <= Int(id.rawValue) {
            highest.append(0)
            isTaken.append(false)
        }
    }

    private mutating func append(_ id: StringID, _ ordinal: UInt32) {
        bases.append(id)
        ordinals.append(ordinal)
        isTaken[Int(id.rawValue)] = true
        let last = highest[Int(id.rawValue)]
        if ordinal <= last {
            skipped.remove(Self.key(id, ordinal))
            return
        }
        for number in (last + 1)..<min(ordinal, last + 1 + Self.mostSkipped) { skipped.insert(Self.key(id, number)) }
        highest[Int(id.rawValue)] = ordinal
    }

    /// `78b1d433b6.19` is `78b1d433b6` and 19; anything else is all text.
    static func parts(_ fingerprint: String) -> (base: String, ordinal: UInt32) {
        let utf8 = fingerprint.utf8
        guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")) else { return (fingerprint, 0) }
        let digits = utf8[utf8.index(after: dot)...]
        guard (1...9).contains(digits.count), digits.first != 0x30, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let ordinal = UInt32(String(digits) ?? "")
        else { return (fingerprint, 0) }
        return (String(utf8[..<dot]) ?? fingerprint, ordinal)
    }
}
