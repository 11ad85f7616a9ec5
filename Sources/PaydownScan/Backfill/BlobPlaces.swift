/// Contents of Python files at their paths, each once however many commits have it there.
///
/// What a file contributes depends on its path as well as on its bytes, so a place is both.
struct BlobPlaces {
    private struct Place: Hashable {
        let path: String
        let object: ObjectID
    }

    /// Relative to the project's root.
    private(set) var paths: [String] = []
    private(set) var objects: [ObjectID] = []
    private var numbers: [Place: Int32] = [:]

    var count: Int { paths.count }

    mutating func number(_ path: String, _ object: ObjectID) -> Int32 {
        let place = Place(path: path, object: object)
        if let known = numbers[place] { return known }
        let number = Int32(paths.count)
        numbers[place] = number
        paths.append(path)
        objects.append(object)
        return number
    }

    func known(_ path: String, _ object: ObjectID) -> Int32? {
        numbers[Place(path: path, object: object)]
    }
}
