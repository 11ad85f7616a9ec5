import Testing

@testable import PaydownScan

struct FileSystemKindTests {
    private static let mounts = """
        22 28 0:20 / /proc rw,nosuid shared:5 - proc proc rw
        28 1 254:0 / / rw,relatime shared:1 master:3 - ext4 /dev/vda rw,discard
        40 28 0:35 / /home/me rw - fuse.sshfs me@host:/ rw
        41 28 0:36 / /srv - nfs4 host:/srv rw
        42 28 259:70000 / /mnt rw - xfs /dev/nvme0n1 rw
        43 28 0:40 / /broken rw -
        """

    @Test(
        arguments: [
            (254 << 8, true), (35, false), (36, false), (40, false), (20, false), (99, false),
            (259 << 8 | 70000 & 0xFF | (70000 >> 8) << 20, true),
        ] as [(UInt64, Bool)])
    func `only file systems of disks and memory are known to keep a folder's time`(device: UInt64, keeps: Bool) {
        #expect(FileSystemKind.keepsTimes(device, mounts: Array(Self.mounts.utf8)) == keeps)
    }
}
