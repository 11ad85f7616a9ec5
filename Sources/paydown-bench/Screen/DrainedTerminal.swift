import Foundation

/// A pseudo terminal of this process whose output is taken and dropped as fast as it comes.
final class DrainedTerminal {
    let devicePath: String
    private let master: Int32
    private let slave: Int32

    init(columns: UInt16, rows: UInt16) throws {
        var (master, slave) = (Int32(-1), Int32(-1))
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &name, nil, &window) == 0 else { throw BenchmarkError("no pseudo terminal") }
        (self.master, self.slave) = (master, slave)
        devicePath = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let descriptor = master
        Thread.detachNewThread {
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while read(descriptor, &chunk, chunk.count) > 0 {}
        }
    }

    deinit {
        close(slave)
        close(master)
    }
}
