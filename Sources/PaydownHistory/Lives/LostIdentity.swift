import PaydownCore

/// What a finding is known again by after it was lost, as hashes that stand in the file.
///
/// The stages are those of `FindingMatcher`: any of them compares at least 96 bits.
struct LostIdentity: Hashable {
    var path: UInt32
    /// Rule and subject.
    var rule: UInt32
    var scope: UInt32
    /// 0 when there is none.
    var statement: UInt32

    /// Findings of one rule about one thing in one file.
    var inFile: UInt64 { UInt64(path) << 32 | UInt64(rule) }

    /// The same statement about the same thing, wherever it is.
    var anywhere: UInt64 { (UInt64(rule) << 32 | UInt64(statement)) ^ UInt64(scope) &* 0x9e37_79b9_7f4a_7c15 }

    func isSame(_ other: LostIdentity, stage: Int) -> Bool {
        switch stage {
        case 1: self == other
        case 2: path == other.path && rule == other.rule && scope == other.scope
        case 3: path == other.path && rule == other.rule && statement == other.statement
        default: rule == other.rule && scope == other.scope && statement == other.statement && statement != 0
        }
    }
}

extension LostIdentity {
    init(_ slot: UInt32, _ state: ContentState) {
        func text(_ cell: Int) -> StringID { StringID(state.cell(slot, cell)) }
        let symbol = text(FindingCells.symbol)
        let subject = symbol.isEmpty ? text(FindingCells.message) : symbol
        func hash(_ id: StringID) -> UInt32 {
            state.strings.withUTF8(id) { UInt32(truncatingIfNeeded: Fingerprint64.of($0) >> 32) }
        }
        path = hash(text(FindingCells.path))
        rule = state.strings.withUTF8(text(FindingCells.rule)) { rule in
            state.strings.withUTF8(subject) { UInt32(truncatingIfNeeded: Fingerprint64.of(rule, $0) >> 32) }
        }
        scope = hash(text(FindingCells.scope))
        let statement = text(FindingCells.statement)
        self.statement = statement.isEmpty ? 0 : max(1, hash(statement))
    }

    init(_ reader: inout ByteReader) throws(BrokenBytes) {
        path = try reader.fixed32()
        rule = try reader.fixed32()
        scope = try reader.fixed32()
        statement = try reader.fixed32()
    }

    func append(to writer: inout ByteWriter) {
        writer.append(fixed: path)
        writer.append(fixed: rule)
        writer.append(fixed: scope)
        writer.append(fixed: statement)
    }
}
