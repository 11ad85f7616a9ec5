/// What the name of a file says about it.
package enum SourceKind: Equatable, Sendable {
    /// Python source, which is scanned.
    case python
    /// What holds Python and is not scanned, with the reason.
    case notScanned(String)

    /// Nil for files that are no concern of a Python scan.
    init?(name: some BidirectionalCollection<UInt8>) {
        switch name.last {
        case UInt8(ascii: "y") where Self.ends(name, ".py"):
            self = .python
        case UInt8(ascii: "w") where Self.ends(name, ".pyw"):
            self = .python
        case UInt8(ascii: "i") where Self.ends(name, ".pyi"):
            self = .notScanned("a stub: what it declares is defined elsewhere")
        case UInt8(ascii: "b") where Self.ends(name, ".ipynb"):
            self = .notScanned("a notebook: its cells are not scanned")
        default:
            return nil
        }
    }

    private static func ends(_ name: some BidirectionalCollection<UInt8>, _ ending: StaticString) -> Bool {
        var index = name.endIndex
        for place in (0..<ending.utf8CodeUnitCount).reversed() {
            guard index > name.startIndex else { return false }
            name.formIndex(before: &index)
            if name[index] != ending.utf8Start[place] { return false }
        }
        return true
    }
}
