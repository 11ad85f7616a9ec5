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
        let flags = value(layout.folderFlags, number)
        let known = range(layout.entryEnds, number)
        guard let last = known.last else { return FolderContents(names: [], entries: [], flags: flags) }
        let first = range(layout.nameEnds, known.lowerBound).lowerBound
        let end = range(layout.nameEnds, last).upperBound
        return memory.withBytes { bytes in
            let place = (layout.names + first)..<(layout.names + end)
            var entries: [TreeEntry] = []
            entries.reserveCapacity(known.count)
            var start: UInt32 = 0
            for entry in known {
                let end = value(layout.nameEnds, entry) - UInt32(first)
                if let kind = TreeEntry.Kind(rawValue: bytes[layout.kinds + entry]) {
                    entries.append(TreeEntry(start: start, end: end, kind: kind))
                }
                start = end
            }
            return FolderContents(
                names: Array(UnsafeRawBufferPointer(rebasing: bytes[place])), entries: entries, flags: flags)
        }
    }

    /// Looks a folder up; whoever asks goes through folders in the order in which a walk enters them.
    ///
    /// - Returns: the folder's number; nil when it is not known.
    func number(of path: [UInt8], from cursor: inout CacheCursor) -> Int? {
        cursor.find(among: count) { compare(path, $0) }
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
        guard memory.rises(layout.folderPathEnds, sizes.folders, to: UInt32(sizes.pathBytes)),
            memory.rises(layout.entryEnds, sizes.folders, to: UInt32(sizes.entries)),
            memory.rises(layout.nameEnds, sizes.entries, to: UInt32(sizes.nameBytes))
        else { return false }
        return memory.withBytes { bytes in
            let names = UnsafeRawBufferPointer(rebasing: bytes[layout.names..<(layout.names + sizes.nameBytes)])
            guard !Self.has(0, names), !Self.has(CInt(UInt8(ascii: "/")), names) else { return false }
            var begin = 0
            for entry in 0..<sizes.entries {
                let end = Int(value(layout.nameEnds, entry))
                guard TreeEntry.Kind(rawValue: bytes[layout.kinds + entry]) != nil, Self.isName(names, begin, end)
                else { return false }
                begin = end
            }
            return true
        }
    }

    /// Whether there is a name, and it leads nowhere else. It has no slash.
    private static func isName(_ names: UnsafeRawBufferPointer, _ begin: Int, _ end: Int) -> Bool {
        let dot = UInt8(ascii: ".")
        if end == begin { return false }
        return names[begin] != dot || end > begin + 2 || end == begin + 2 && names[begin + 1] != dot
    }

    private static func has(_ byte: CInt, _ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.baseAddress.map { memchr($0, byte, bytes.count) != nil } ?? false
    }

    private func value(_ column: Int, _ number: Int) -> UInt32 {
        memory.load(column + number * MemoryLayout<UInt32>.stride)
    }

    private func range(_ ends: Int, _ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(value(ends, number - 1)))..<Int(value(ends, number))
    }
}
