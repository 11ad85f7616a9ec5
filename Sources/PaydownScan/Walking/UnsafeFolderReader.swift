import CLinux
import Glibc

/// Reads the names in one folder, in the order of the file system.
///
/// A performance type: `readdir` asks four things more about each folder than the kernel needs to know.
///
/// Safe: the kernel writes records into a buffer that lives as long as the closure that has it. Each record is held against
/// the number of bytes that were written before it is looked at, and its name ends within it. The descriptor is closed on
/// every way out.
enum UnsafeFolderReader {
    private static let bufferSize = 1 << 15
    // A record: numbers of 8 and 8 bytes, its length of 2, the type of 1, then the name with a zero behind it.
    private static let lengthOffset = 16
    private static let typeOffset = 18
    private static let nameOffset = 19

    /// - Parameters:
    ///   - descriptor: of the folder; it is closed here.
    ///   - body: gets each name and its type as `d_type` has it; `.` and `..` are left out.
    static func read(
        _ descriptor: Int32, _ body: (UnsafeBufferPointer<UInt8>, UInt8) -> Void
    ) throws(TreeError) {
        defer { close(descriptor) }
        let failure = withUnsafeTemporaryAllocation(byteCount: bufferSize, alignment: 8) { buffer -> Int32 in
            while true {
                let count = paydown_read_folder(descriptor, buffer.baseAddress, buffer.count)
                // A folder that has been removed meanwhile has no more entries.
                if count == 0 || count < 0 && errno == ENOENT { return 0 }
                if count > 0 {
                    take(UnsafeRawBufferPointer(rebasing: buffer[..<count]), body)
                } else if errno != EINTR {
                    return errno
                }
            }
        }
        if failure != 0 { throw TreeError(code: failure) }
    }

    private static func take(_ records: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>, UInt8) -> Void) {
        var place = 0
        while place + nameOffset < records.count {
            let length = Int(records.loadUnaligned(fromByteOffset: place + lengthOffset, as: UInt16.self))
            guard length > nameOffset, place + length <= records.count else { return }
            let name = UnsafeRawBufferPointer(rebasing: records[(place + nameOffset)..<(place + length)])
                .assumingMemoryBound(to: UInt8.self)
            let count = name.withMemoryRebound(to: CChar.self) { strnlen($0.baseAddress!, $0.count) }
            if !isDots(name, count) { body(UnsafeBufferPointer(rebasing: name[..<count]), records[place + typeOffset]) }
            place += length
        }
    }

    private static func isDots(_ name: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool {
        let dot = UInt8(ascii: ".")
        return name[0] == dot && (count == 1 || count == 2 && name[1] == dot)
    }
}
