import PaydownTestSupport

/// A disk that becomes full after so many bytes, for one program: its calls of the C library that write to files go through
/// a small library that is loaded before the C library's own.
///
/// It needs no rights and no room, unlike a real small disk, so it works wherever the tests run.
struct FullDisk {
    /// What the disk says when: at a write, or only when a file is brought to it.
    enum Moment: Sendable {
        case writing(after: Int)
        case syncing
    }

    private let library: String

    /// - Parameter folder: where the library is made.
    init(in folder: TemporaryDirectory) throws {
        let source = try folder.write("full-disk.c", Self.source)
        library = folder.path + "/full-disk.so"
        let run = try CommandRun("clang", ["-shared", "-fPIC", "-O1", "-o", library, source])
        guard run.ending == .exited(0) else { throw CompilerFailed() }
    }

    struct CompilerFailed: Error {}

    func variables(_ moment: Moment) -> [String: String] {
        let (after, isSyncing) = if case .writing(let after) = moment { (after, "0") } else { (1 << 40, "1") }
        return ["LD_PRELOAD": library, "FULL_DISK_AFTER": "\(after)", "FULL_DISK_SYNC": isSyncing]
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <errno.h>
        #include <stdlib.h>
        #include <sys/stat.h>
        #include <sys/syscall.h>
        #include <sys/types.h>
        #include <unistd.h>

        static long left = -1;

        static int is_file(int descriptor) {
            struct stat status;
            return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
        }

        /* How many of these bytes there is room for. */
        static size_t room(size_t count) {
            if (left < 0) {
                const char *after = getenv("FULL_DISK_AFTER");
                left = after ? atol(after) : 0;
            }
            size_t part = count < (size_t)left ? count : (size_t)left;
            left -= (long)part;
            return part;
        }

        ssize_t write(int descriptor, const void *bytes, size_t count) {
            if (count == 0 || !is_file(descriptor)) return syscall(SYS_write, descriptor, bytes, count);
            size_t part = room(count);
            if (part == 0) { errno = ENOSPC; return -1; }
            return syscall(SYS_write, descriptor, bytes, part);
        }

        ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off_t place) {
            size_t part = room(count);
            if (part == 0) { errno = ENOSPC; return -1; }
            return syscall(SYS_pwrite64, descriptor, bytes, part, place);
        }

        ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t place) {
            return pwrite64(descriptor, bytes, count, place);
        }

        int fsync(int descriptor) {
            const char *sync = getenv("FULL_DISK_SYNC");
            if (sync && sync[0] == '1' && is_file(descriptor)) { errno = ENOSPC; return -1; }
            return (int)syscall(SYS_fsync, descriptor);
        }

        """
}
