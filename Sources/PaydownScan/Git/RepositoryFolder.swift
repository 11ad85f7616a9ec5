import Glibc

/// Where the repository around a folder is, without asking Git: most scans need to know no more.
struct RepositoryFolder: Equatable, Sendable {
    /// The work tree's root, absolute.
    let top: String
    /// From there to the folder, without slashes at the ends; empty when it is the root.
    let prefix: String
    /// What belongs to all of its work trees.
    private let common: String

    /// Nil when there is no repository around the folder.
    init?(around folder: String) {
        guard let resolved = realpath(folder, nil) else { return nil }
        defer { free(resolved) }
        let absolute = String(cString: resolved)
        var candidate = absolute
        while access(Self.join(candidate, ".git"), F_OK) != 0 {
            guard let slash = candidate.lastIndex(of: "/"), candidate.utf8.count > 1 else { return nil }
            candidate = slash == candidate.startIndex ? "/" : String(candidate[..<slash])
        }
        top = candidate
        prefix = String(absolute.dropFirst(candidate.count).drop { $0 == "/" })
        common = Self.commonFolder(of: candidate)
    }

    /// The patterns that the repository has beside its `.gitignore` files.
    var sharedPatterns: IgnoreFile? {
        guard let text = Self.line(common + "/info/exclude", isWhole: true) else { return nil }
        return IgnoreFile(text, name: ".git/info/exclude")
    }

    /// `.git` itself, or where its file says; and from there where a second work tree's file says.
    private static func commonFolder(of top: String) -> String {
        let entry = join(top, ".git")
        guard let text = line(entry), text.starts(with: "gitdir:".utf8) else { return entry }
        let folder = resolve(text.dropFirst(7).drop { $0 == 0x20 }, from: top)
        guard let common = line(folder + "/commondir") else { return folder }
        return resolve(common[...], from: folder)
    }

    private static func resolve(_ path: ArraySlice<UInt8>, from folder: String) -> String {
        let text = String(decoding: path, as: UTF8.self)
        return text.hasPrefix("/") ? text : join(folder, text)
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The first line of a file, or all of it; nil when it is no file.
    private static func line(_ path: String, isWhole: Bool = false) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 { return nil }
            if count == 0 { break }
            text += buffer[..<count]
        }
        return isWhole ? text : Array(text.prefix { $0 != 0x0A && $0 != 0x0D })
    }
}
