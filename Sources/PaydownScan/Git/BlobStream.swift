/// Objects out of one `git cat-file --batch`, in the order in which they were asked for.
struct BlobStream: ~Copyable {
    enum Object: Equatable {
        /// Read its bytes, or skip them, before the next one.
        case blob(size: Int)
        case missing
        /// Git has ended before its time.
        case end
    }

    private let process: GitProcess
    private var buffer = [UInt8](repeating: 0, count: 1 << 17)
    private var waiting = 0..<0

    init(_ objects: [ObjectName], in folder: String) throws(ScanError) {
        var input: [UInt8] = []
        input.reserveCapacity(objects.count * 41)
        for object in objects {
            input += object
            input.append(0x0A)
        }
        process = try GitProcess(["cat-file", "--batch", "--buffer"], in: folder, input: input)
    }

    /// The next object's head: `NAME blob SIZE`, or `NAME missing`.
    mutating func next() -> Object {
        var spaces = 0
        var size = 0
        while true {
            if waiting.isEmpty, !refill() { return .end }
            let byte = buffer[waiting.lowerBound]
            waiting = (waiting.lowerBound + 1)..<waiting.upperBound
            switch byte {
            case 0x0A: return spaces == 2 ? .blob(size: size) : .missing
            case 0x20: spaces += 1
            case 0x30...0x39 where spaces == 2: size = size &* 10 &+ Int(byte - 0x30)
            default: break
            }
        }
    }

    /// Fills the room with the object at hand, whose size it has, and takes the line end behind it.
    /// - Returns: false when Git ended before.
    @discardableResult
    mutating func read(into room: UnsafeMutableRawBufferPointer) -> Bool {
        var filled = min(room.count, waiting.count)
        buffer.withUnsafeBytes { bytes in
            room.copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[waiting.lowerBound..<waiting.lowerBound + filled]))
        }
        waiting = (waiting.lowerBound + filled)..<waiting.upperBound
        while filled < room.count {
            let count = process.read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
            if count == 0 { return false }
            filled += count
        }
        return skip(1)
    }

    /// Passes over an object that is not wanted.
    mutating func skip(object size: Int) {
        skip(size + 1)
    }

    @discardableResult
    private mutating func skip(_ count: Int) -> Bool {
        var left = count
        while left > 0 {
            if waiting.isEmpty, !refill() { return false }
            let taken = min(left, waiting.count)
            waiting = (waiting.lowerBound + taken)..<waiting.upperBound
            left -= taken
        }
        return true
    }

    /// Waits for Git's end, after the last object.
    func finish() throws(ScanError) {
        try process.finish()
    }

    private mutating func refill() -> Bool {
        let count = buffer.withUnsafeMutableBytes { process.read(into: $0) }
        waiting = 0..<count
        return count > 0
    }
}
