import Glibc

/// What a person chose with a key and wants to find again: whether the mouse is paydown's.
///
/// This is state, not configuration, which paydown never writes: one small file in `$XDG_STATE_HOME/paydown`. It
/// counts as long as the configuration says the same as when the choice was made; who edits that has chosen anew.
struct RememberedChoices {
    /// The mouse as chosen, and what the configuration said then.
    struct Mouse: Equatable {
        var isOn: Bool
        var configured: Bool
    }

    private let folder: String?
    private(set) var mouse: Mouse?

    /// - Parameter environment: the value of a variable, nil when it is not set.
    init(environment: (String) -> String?) {
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
            folder = state + "/paydown"
        } else if let home = environment("HOME"), home.hasPrefix("/") {
            folder = home + "/.local/state/paydown"
        } else {
            folder = nil
        }
        mouse = folder.flatMap { Self.read($0 + "/choices") }
    }

    /// Whether the mouse is on, given what the configuration says now.
    func isMouseOn(configured: Bool) -> Bool {
        guard let mouse, mouse.configured == configured else { return configured }
        return mouse.isOn
    }

    /// Keeps a choice: whole or not at all. Where it cannot be kept it holds until the end, which is no cause for alarm.
    mutating func choose(mouse isOn: Bool, configured: Bool) {
        mouse = Mouse(isOn: isOn, configured: configured)
        guard let folder else { return }
        Self.makeFolders(folder)
        let text = "# What was chosen with a key; may be deleted.\nmouse = \(isOn)\nmouse-configured = \(configured)\n"
        let temporary = "\(folder)/.choices.\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let isWhole = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) == $0.count }
        let isClosed = close(descriptor) == 0
        if !isWhole || !isClosed || rename(temporary, folder + "/choices") != 0 { unlink(temporary) }
    }

    /// Nil when there is nothing, or anything that we did not write.
    private static func read(_ path: String) -> Mouse? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count > 0, count < bytes.count, let text = String(validating: bytes[..<count], as: UTF8.self) else {
            return nil
        }
        var values: [Substring: Bool] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            guard parts.count == 3, parts[1] == "=", let value = Bool(String(parts[2])) else { return nil }
            values[parts[0]] = value
        }
        guard let isOn = values["mouse"], let configured = values["mouse-configured"] else { return nil }
        return Mouse(isOn: isOn, configured: configured)
    }

    private static func makeFolders(_ path: String) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            mkdir(made, 0o700)
        }
    }
}
