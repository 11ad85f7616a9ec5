import PaydownRules

/// Puts the parts of a cache in their places while its memory is made.
///
/// A performance file: the cache of ten thousand files is put together anew when one of them has changed. The writer does
/// not leave the closure that lends it the memory; every place is within it, since the layout was made for all of this.
struct UnsafeCacheWriter {
    private let bytes: UnsafeMutableRawBufferPointer

    init(_ bytes: UnsafeMutableRawBufferPointer) {
        self.bytes = bytes
    }

    func write<Value: BitwiseCopyable>(_ value: Value, at offset: Int) {
        bytes.storeBytes(of: value, toByteOffset: offset, as: Value.self)
    }

    func write(_ numbers: [UInt32], at offset: Int) {
        for (index, number) in numbers.enumerated() { write(number, at: offset + index * 4) }
    }

    func write(_ text: String, at offset: Int) {
        UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<offset + text.utf8.count]).copyBytes(from: text.utf8)
    }

    func write(_ contributions: [FileContribution], _ layout: CacheLayout) {
        let place = UnsafeMutableRawBufferPointer(rebasing: bytes[layout.contributions])
        guard let start = place.baseAddress else { return }
        ContributionBlock.write(contributions, layout.counts, to: start)
    }

    func write(_ mark: FileMark, _ verdict: CacheVerdict, of file: Int, _ layout: CacheLayout) {
        write(mark, at: layout.marks + file * MemoryLayout<FileMark>.stride)
        write(verdict, at: layout.verdicts + file * MemoryLayout<CacheVerdict>.stride)
    }

    func write(paths contributions: [FileContribution], _ layout: CacheLayout) {
        var end = 0
        for (number, contribution) in contributions.enumerated() {
            write(contribution.path, at: layout.paths + end)
            end += contribution.path.utf8.count
            write(UInt32(end), at: layout.pathEnds + number * 4)
        }
    }

    func write(_ folders: FolderColumns, _ layout: CacheLayout) {
        copy(folders.records.marks, to: layout.folderMarks)
        copy(folders.flags, to: layout.folderFlags)
        copy(folders.records.pathEnds, to: layout.folderPathEnds)
        copy(folders.entryEnds, to: layout.entryEnds)
        copy(folders.nameEnds, to: layout.nameEnds)
        copy(folders.kinds, to: layout.kinds)
        copy(folders.records.paths, to: layout.folderPaths)
        copy(folders.names, to: layout.names)
    }

    private func copy<Value: BitwiseCopyable>(_ values: [Value], to offset: Int) {
        values.withUnsafeBytes { values in
            UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<offset + values.count]).copyMemory(from: values)
        }
    }

    func hash(from offset: Int) -> UInt64 {
        ContentHash.of(UnsafeRawBufferPointer(rebasing: bytes[offset...]))
    }
}
