import Glibc

/// The file that a tool writes its results to: inside the project, and of this run.
struct ResultsFile {
    /// As the rule names it.
    let name: String
    private let path: String

    /// By what it is known whether the file was written.
    struct Mark: Equatable {
        let number: UInt64
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    init(_ name: String, root: String) throws {
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
            throw ToolFailure("'results' is \(name), which is not inside the project; name a file from its root")
        }
        self.name = name
        path = root + "/" + name
    }

    /// Nil when there is no such file.
    func mark() -> Mark? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Mark(
            number: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }

    func read(limit: Int) throws -> [UInt8] {
        do throws(SmallFile.Failure) {
            return try SmallFile.read(path, limit: limit)
        } catch .tooLarge {
            throw ToolFailure("\(name) is larger than \(limit >> 20) MB; have it report less")
        } catch .unreadable(let reason) {
            throw ToolFailure("\(name) cannot be read: \(reason)")
        }
    }
}
