import Glibc

/// How many columns text may take.
enum OutputWidth {
    /// Of a terminal at this descriptor; 80 for pipes and files.
    static func columns(of descriptor: Int32 = STDOUT_FILENO) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// For prose: wider than this is hard to read.
    static var prose: Int { min(max(40, columns()), 120) }
}
