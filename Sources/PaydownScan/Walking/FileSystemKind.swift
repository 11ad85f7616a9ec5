/// File systems that are known to give a folder another time when an entry comes or goes.
///
/// Those of disks and of memory do. Network file systems answer out of a cache of their own, and with file systems that
/// are programs nobody knows.
enum FileSystemKind {
    private static let timekeepers = ["ext2", "ext3", "ext4", "xfs", "f2fs", "tmpfs", "overlay"]

    /// Whether what is on a device belongs to one.
    ///
    /// - Parameters:
    ///   - device: as stat(2) has it.
    ///   - mounts: what the system says in `/proc/self/mountinfo`, a line a mount; see proc(5).
    static func keepsTimes(_ device: UInt64, mounts: [UInt8]) -> Bool {
        let wanted = "\(major(device)):\(minor(device))"
        for line in mounts.split(separator: 0x0A) {
            let fields = line.split(separator: 0x20)
            guard fields.count > 2, fields[2].elementsEqual(wanted.utf8),
                let dash = fields.firstIndex(where: { $0.elementsEqual("-".utf8) }), dash + 1 < fields.count
            else { continue }
            return timekeepers.contains { fields[dash + 1].elementsEqual($0.utf8) }
        }
        return false
    }

    // How the system puts two numbers into one; see makedev(3).

    private static func major(_ device: UInt64) -> UInt64 {
        device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
    }

    private static func minor(_ device: UInt64) -> UInt64 {
        device & 0xFF | device >> 12 & 0xFFFF_FF00
    }
}
