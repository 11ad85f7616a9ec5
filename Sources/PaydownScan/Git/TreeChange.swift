/// A path whose entry is another one in the next commit.
struct TreeChange: Equatable {
    let path: [UInt8]
    /// Nil where there was nothing before.
    let before: TreeEntry.Kind?
    /// Nil where there is nothing any more.
    let after: TreeEntry.Kind?
    /// Of what is there now; of what was there when it is gone.
    let object: ObjectID

    /// A record of `git ls-tree -r -z`, as the beginning of everything: `100644 blob NAME<tab>PATH`.
    init?(listed record: ArraySlice<UInt8>) {
        guard let tab = record.firstIndex(of: 0x09) else { return nil }
        let words = record[..<tab].split(separator: 0x20)
        guard words.count == 3, let object = ObjectID(words[2]) else { return nil }
        self.object = object
        before = nil
        after = Self.kind(mode: words[0])
        path = Array(record[(tab + 1)...])
    }

    /// A record of `git diff-tree -r -z`: `:100644 100644 NAME NAME M`, and the path behind it.
    init?(compared record: ArraySlice<UInt8>, path: ArraySlice<UInt8>) {
        let words = record.dropFirst().split(separator: 0x20)
        guard words.count == 5 else { return nil }
        before = Self.kind(mode: words[0])
        after = Self.kind(mode: words[1])
        guard let object = ObjectID(after == nil ? words[2] : words[3]) else { return nil }
        self.object = object
        self.path = Array(path)
    }

    private static func kind(mode: ArraySlice<UInt8>) -> TreeEntry.Kind? {
        switch mode {
        case _ where mode.elementsEqual("000000".utf8): nil
        case _ where mode.elementsEqual("160000".utf8): .repository
        case _ where mode.elementsEqual("120000".utf8): .link
        default: .file
        }
    }
}
