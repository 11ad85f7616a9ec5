import Glibc

/// Reads the names in one folder, in the order of the file system.
///
/// `readdir` hands out a record that is valid until the next call; the name in it is used up before that, within the
/// closure, and ends with a zero byte that is looked for inside the record only. The stream is closed on every way out.
enum UnsafeFolderReader {
    /// - Parameters:
    ///   - descriptor: of the folder; it is closed here.
    ///   - body: gets each name and its type as `d_type` has it; `.` and `..` are left out.
    static func read(
        _ descriptor: Int32, _ body: (UnsafeBufferPointer<UInt8>, UInt8) -> Void
    ) throws(TreeError) {
        guard let stream = fdopendir(descriptor) else {
            let error = TreeError(code: errno)
            close(descriptor)
            throw error
        }
        defer { closedir(stream) }
        let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw TreeError(code: errno) }
                return
            }
            let start = UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: UInt8.self)
            let count = strnlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), 255)
            if start[0] == UInt8(ascii: "."), count == 1 || count == 2 && start[1] == UInt8(ascii: ".") { continue }
            body(UnsafeBufferPointer(start: start, count: count), entry.pointee.d_type)
        }
    }
}
