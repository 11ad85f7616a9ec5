import PaydownCore

/// What is known about files at a snapshot, packed.
enum KnownFiles {
    /// Pairs of old and new paths, in the order of the old ones.
    static func packed(_ renames: [String: String]) -> [UInt8] {
        var writer = ByteWriter()
        writer.number(renames.count)
        for (old, new) in renames.sorted(by: { $0.key < $1.key }) {
            writer.text(old)
            writer.text(new)
        }
        return writer.bytes
    }

    static func renames(_ bytes: [UInt8]) throws(BrokenBytes) -> [String: String] {
        var reader = ByteReader(bytes)
        var renames: [String: String] = [:]
        let count = try reader.count()
        for _ in 0..<count {
            let old = try reader.text()
            renames[old] = try reader.text()
        }
        return renames
    }

    /// Hashes of paths, ascending, each as the difference to the one before: whether a file is there is all that is asked.
    static func packed(_ existing: Set<String>) -> [UInt8] {
        var writer = ByteWriter()
        var last: UInt32 = 0
        for hash in Set(existing.map(hash)).sorted() {
            writer.number(hash - last)
            last = hash
        }
        return writer.bytes
    }

    static func hashes(_ bytes: [UInt8]) throws(BrokenBytes) -> Set<UInt32> {
        var reader = ByteReader(bytes)
        var hashes: Set<UInt32> = []
        var last: UInt32 = 0
        while !reader.isAtEnd {
            last &+= UInt32(truncatingIfNeeded: try reader.number())
            hashes.insert(last)
        }
        return hashes
    }

    static func hash(_ path: String) -> UInt32 {
        UInt32(truncatingIfNeeded: Fingerprint64.of(path) >> 32)
    }
}
