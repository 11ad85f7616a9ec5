/// Blobs to be scanned, each with all the places where its content stands, dealt out to threads.
struct BlobGroups: Sendable {
    struct Group: Sendable {
        let object: ObjectID
        /// Numbers of places.
        var places: [Int32]
    }

    /// Neighbours go to the same thread: Git has just unpacked what they are made of.
    static let lot = 32

    private(set) var groups: [Group] = []

    /// - Parameter wanted: numbers of places.
    ///
    /// Versions of a file stand together, the newest first. So they do in Git's packs, where an older version is a
    /// difference from a newer one: reading in that order takes a fifth less time than in the order of names.
    init(_ wanted: [Int32], _ places: BlobPlaces) {
        let ordered = wanted.sorted { left, right in
            let (a, b) = (places.paths[Int(left)], places.paths[Int(right)])
            return a == b ? left > right : a.utf8.lexicographicallyPrecedes(b.utf8)
        }
        var numbers: [ObjectID: Int] = [:]
        for place in ordered {
            let object = places.objects[Int(place)]
            if let number = numbers[object] {
                groups[number].places.append(place)
            } else {
                numbers[object] = groups.count
                groups.append(Group(object: object, places: [place]))
            }
        }
    }

    /// The groups of one thread, in lots.
    func lots(of thread: Int, threads: Int) -> [ArraySlice<Group>] {
        stride(from: thread * Self.lot, to: groups.count, by: threads * Self.lot).map {
            groups[$0..<min($0 + Self.lot, groups.count)]
        }
    }
}
