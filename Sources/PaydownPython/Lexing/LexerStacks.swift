/// The memory for open brackets and indentations, used for file after file.
///
/// A performance file: fixed memory behind bare pointers, since CPython bounds both. Every write is guarded by
/// the capacity, every read is below the number of entries written,
/// but for the one below the first bracket.
final class LexerStacks {
    fileprivate let brackets: UnsafeMutablePointer<UnsafePointer<UInt8>>
    /// What stands below the first bracket: no bracket.
    private let bottom: UnsafeMutablePointer<UInt8>
    fileprivate let columns: UnsafeMutablePointer<Int>
    fileprivate let tabColumns: UnsafeMutablePointer<Int>

    init() {
        brackets = .allocate(capacity: BracketStack.capacity + 2)
        bottom = .allocate(capacity: 1)
        bottom.pointee = 0
        brackets[0] = UnsafePointer(bottom)
        columns = .allocate(capacity: IndentStack.capacity)
        tabColumns = .allocate(capacity: IndentStack.capacity)
    }

    deinit {
        brackets.deallocate()
        bottom.deallocate()
        columns.deallocate()
        tabColumns.deallocate()
    }
}

/// Where each open bracket stands.
struct BracketStack {
    /// CPython's MAXLEVEL.
    static let capacity = 200

    private let places: UnsafeMutablePointer<UnsafePointer<UInt8>>

    init(_ stacks: LexerStacks) {
        places = stacks.brackets + 1
    }

    /// The bracket with this number from 0; of -1, a byte that is none.
    @inline(__always)
    func place(_ index: Int) -> UnsafePointer<UInt8> { places[index] }

    /// Puts the bracket with this number in place; `capacity` is the number of none.
    @inline(__always)
    func set(_ index: Int, _ place: UnsafePointer<UInt8>) {
        places[index] = place
    }
}

/// The columns of the enclosing blocks, with tabs to the next multiple of 8 and with tabs as one column.
struct IndentStack {
    /// CPython's MAXINDENT.
    static let capacity = 100

    private let columns: UnsafeMutablePointer<Int>
    private let tabColumns: UnsafeMutablePointer<Int>
    private(set) var count = 1

    init(_ stacks: LexerStacks) {
        columns = stacks.columns
        tabColumns = stacks.tabColumns
        columns[0] = 0
        tabColumns[0] = 0
    }

    var column: Int { columns[count - 1] }
    var tabColumn: Int { tabColumns[count - 1] }
    /// Whether a line with as many spaces before it is in the innermost block.
    @inline(__always)
    func isAt(_ spaces: Int) -> Bool { column == spaces && tabColumn == spaces }

    var isFull: Bool { count >= Self.capacity }

    mutating func push(_ column: Int, _ tabColumn: Int) {
        columns[count] = column
        tabColumns[count] = tabColumn
        count += 1
    }

    mutating func pop() {
        count -= 1
    }
}
