import PaydownCore

/// A name test made ready to be asked; one for each thread, since a compiled regular expression is not shared.
///
/// A class, since a name is asked about at a time, and copying ten lists for that took longer than the answer.
/// Names are compared as UTF-8, which for valid text is the same as comparing scalars.
package final class NameMatcher {
    private let test: NameTest
    private let isOneOf: [[UInt8]]
    private let containsAny: [[UInt8]]
    private let containsAll: [[UInt8]]
    private let containsNone: [[UInt8]]
    private let startsWith: [[UInt8]]
    private let endsWith: [[UInt8]]
    private let globs: [Glob]
    private let regex: Regex<AnyRegexOutput>?
    /// Letters that every name has that passes, as `LetterSet` counts them.
    private let needed: LetterSet
    /// One of these a name must have as well, unless there are none.
    private let neededAny: [LetterSet]

    /// - Parameter separator: the byte that divides a name into parts, for globs: `.` in modules, `/` in paths.
    package init(_ test: NameTest, separator: UInt8 = UInt8(ascii: ".")) {
        self.test = test
        let fold = { (words: [String]) in words.map { Array((test.ignoresCase ? CaseFold.text($0) : $0).utf8) } }
        isOneOf = fold(test.isOneOf)
        containsAny = fold(test.containsAny)
        containsAll = fold(test.containsAll)
        containsNone = fold(test.containsNone)
        startsWith = fold(test.startsWith)
        endsWith = fold(test.endsWith)
        needed = containsAll.reduce(LetterSet()) { $0.union(LetterSet($1)) }
        neededAny = containsAny.map { LetterSet($0) }
        globs = test.globs.map { Glob(test.ignoresCase ? CaseFold.text($0) : $0, separator: separator) }
        // A pattern that does not compile was an error when the settings were read.
        let compiled = test.regex.flatMap { try? Regex($0) }
        regex = test.ignoresCase ? compiled?.ignoresCase() : compiled
    }

    package func passes(_ name: String) -> Bool {
        var name = test.ignoresCase ? CaseFold.text(name) : name
        return name.withUTF8 { passes(folded: $0) }
    }

    /// The same for a name's bytes, which need not become a `String` when they are ASCII.
    func passes(utf8 name: UnsafeBufferPointer<UInt8>) -> Bool {
        var seen: UInt8 = 0
        var letters = LetterSet()
        for byte in name {
            seen |= byte
            letters.insert(byte)
        }
        // Most names are told by this. Letters that become others in lower case are none of ASCII.
        if seen < 0x80 || !test.ignoresCase {
            if !letters.isSuperset(of: needed) { return false }
            if !neededAny.isEmpty, !neededAny.contains(where: { letters.isSuperset(of: $0) }) { return false }
        }
        if !test.ignoresCase { return passes(folded: name) }
        if seen >= 0x80 { return passes(String(decoding: name, as: UTF8.self)) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { lower in
            for index in 0..<name.count { lower[index] = CaseFold.ascii(name[index]) }
            return passes(folded: UnsafeBufferPointer(lower))
        }
    }

    /// - Parameter name: already in lower case, when case is ignored.
    private func passes(folded name: UnsafeBufferPointer<UInt8>) -> Bool {
        if !isOneOf.isEmpty, !isOneOf.contains(where: { name.elementsEqual($0) }) { return false }
        if !containsAny.isEmpty, !containsAny.contains(where: { name.contains($0) }) { return false }
        if !containsAll.allSatisfy({ name.contains($0) }) { return false }
        if containsNone.contains(where: { name.contains($0) }) { return false }
        if !startsWith.isEmpty, !startsWith.contains(where: { name.starts(with: $0) }) { return false }
        if !endsWith.isEmpty, !endsWith.contains(where: { name.ends(with: $0) }) { return false }
        if !globs.isEmpty, !globs.contains(where: { $0.matches(name) }) { return false }
        guard let regex else { return true }
        return String(decoding: name, as: UTF8.self).firstMatch(of: regex) != nil
    }
}

/// Which bytes a text has, those taken for one that differ in their first three bits, as the cases of a letter do.
private struct LetterSet {
    private var bits: UInt32 = 0

    init() {}

    init(_ word: [UInt8]) {
        for byte in word { insert(byte) }
    }

    @inline(__always)
    mutating func insert(_ byte: UInt8) {
        bits |= 1 << UInt32(byte & 31)
    }

    func union(_ other: LetterSet) -> LetterSet {
        var both = self
        both.bits |= other.bits
        return both
    }

    @inline(__always)
    func isSuperset(of other: LetterSet) -> Bool {
        other.bits & ~bits == 0
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func contains(_ word: [UInt8]) -> Bool {
        guard word.count <= count else { return false }
        guard let first = word.first else { return true }
        var start = 0
        while start <= count - word.count {
            if self[start] == first {
                var length = 1
                while length < word.count, self[start + length] == word[length] { length += 1 }
                if length == word.count { return true }
            }
            start += 1
        }
        return false
    }

    fileprivate func ends(with word: [UInt8]) -> Bool {
        word.count <= count && self[(count - word.count)...].elementsEqual(word)
    }
}
