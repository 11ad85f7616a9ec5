import Glibc

/// What a cache knows of folders: what was in them when they had a certain time.
struct KnownFolders: Sendable {
    private let memory: CacheMemory
    private let layout: CacheLayout

    init(_ memory: CacheMemory, _ layout: CacheLayout) {
        self.memory = memory
        self.layout = layout
    }

    var count: Int { layout.folders.folders }

    func mark(_ number: Int) -> FileMark {
        memory.load(layout.folderMarks + number * MemoryLayout<FileMark>.stride)
    }

    /// What was in a folder, in order.
    func contents(_ number: Int) -> FolderContents {
        var contents = FolderContents(flags: value(layout.folderFlags, number))
        let entries = range(layout.entryEnds, number)
        contents.isInOrder = true
        guard let last = entries.last else { return contents }
        contents.entries.reserveCapacity(entries.count)
        let first = range(layout.nameEnds, entries.lowerBound).lowerBound
        let end = range(layout.nameEnds, last).upperBound
        memory.withBytes { bytes in
            let names = Array(bytes[(layout.names + first)..<(layout.names + end)])
            var begin = 0
            for entry in entries {
                let end = Int(value(layout.nameEnds, entry)) - first
                if let kind = TreeEntry.Kind(rawValue: bytes[layout.kinds + entry]) {
                    contents.entries.append(TreeEntry(name: names[begin..<end], kind: kind))
                }
                begin = end
            }
        }
        return contents
    }

    /// Looks a folder up from a place on; both go through folders in the order in which a walk enters them.
    ///
    /// - Parameter next: the place; behind the folder afterwards, or where it would be.
    /// - Returns: the folder's number; nil when it is not known.
    func number(of path: [UInt8], from next: inout Int) -> Int? {
        while next < count {
            let order = compare(path, next)
            if order < 0 { return nil }
            next += 1
            if order == 0 { return next - 1 }
        }
        return nil
    }

    /// Below zero when a folder's path comes before that of a known one; each counts with the slash behind it.
    private func compare(_ path: [UInt8], _ number: Int) -> Int {
        let range = range(layout.folderPathEnds, number)
        return memory.withBytes { bytes in
            let own = bytes[(layout.folderPaths + range.lowerBound)..<(layout.folderPaths + range.upperBound)]
            // The walk begins with the root, whatever the others are called.
            if own.isEmpty || path.isEmpty { return path.isEmpty ? (own.isEmpty ? 0 : -1) : 1 }
            let common = min(path.count, own.count)
            let order = path.withUnsafeBytes { path in
                guard let left = path.baseAddress, let right = UnsafeRawBufferPointer(rebasing: own).baseAddress
                else { return 0 }
                return Int(memcmp(left, right, common))
            }
            if order != 0 { return order }
            if path.count == own.count { return 0 }
            return path.count < own.count
                ? Int(UInt8(ascii: "/")) - Int(own[own.startIndex + common])
                : Int(path[common]) - Int(UInt8(ascii: "/"))
        }
    }

    // MARK: Doubting

    /// Whether all numbers lead to something that is there, and all names are names.
    var isSound: Bool {
        let sizes = layout.folders
        guard rises(layout.folderPathEnds, sizes.folders, to: sizes.pathBytes),
            rises(layout.entryEnds, sizes.folders, to: sizes.entries),
            rises(layout.nameEnds, sizes.entries, to: sizes.nameBytes)
        else { return false }
        return memory.withBytes { bytes in
            (0..<sizes.entries).allSatisfy { entry in
                let range = range(layout.nameEnds, entry)
                let place = (layout.names + range.lowerBound)..<(layout.names + range.upperBound)
                return TreeEntry.Kind(rawValue: bytes[layout.kinds + entry]) != nil && Self.isName(bytes[place])
            }
        }
    }

    /// A name that leads nowhere else.
    private static func isName(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
        guard let first = name.first else { return false }
        if first == UInt8(ascii: "."), name.count == 1 || name.count == 2 && name[name.startIndex + 1] == first {
            return false
        }
        return name.allSatisfy { $0 != 0 && $0 != UInt8(ascii: "/") }
    }

    private func rises(_ column: Int, _ count: Int, to end: Int) -> Bool {
        var last: UInt32 = 0
        for number in 0..<count {
            let value = value(column, number)
            guard value >= last else { return false }
            last = value
        }
        return last == end
    }

    private func value(_ column: Int, _ number: Int) -> UInt32 {
        memory.load(column + number * MemoryLayout<UInt32>.stride)
    }

    private func range(_ ends: Int, _ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(value(ends, number - 1)))..<Int(value(ends, number))
    }
}
