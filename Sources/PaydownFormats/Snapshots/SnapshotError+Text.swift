import PaydownCore

/// What people read: place, what was found, what was expected, and the way out.
extension SnapshotError: CustomStringConvertible {
    package var description: String {
        // Always one line: a name with line breaks in it does not begin a message of its own.
        String(text.map { $0.isNewline ? "?" : $0 })
    }

    private var text: String {
        switch self {
        case .missing(""):
            "'': an empty name is no file or folder; name one"
        case .missing(let file):
            "\(file): no such file or folder; check the path, or make a snapshot with 'paydown scan -o FILE'"
        case .noPermission(let file):
            "\(file): no permission to read it; allow it with 'chmod u+r' or run as its owner"
        case .isFolder(let file):
            "\(file): is a folder where a snapshot file is expected; name a .json or .json.gz file in it"
        case .isSpecial(let file):
            "\(file): is neither a file nor a folder; name a .json or .json.gz file"
        case .unreadable(let file, let reason):
            "\(file): cannot be read: \(reason); check the disk and try again"
        case .endlessLink(let file):
            "\(file): is a link that leads back to itself; point it at a snapshot file, or delete it"
        case .empty(let file):
            "\(file): is empty; delete it, or make it again with 'paydown scan -o FILE'"
        case .badCompression(let file, let reason):
            "\(file): the gzip data is broken: \(reason); fetch it again, or make it again with 'paydown scan -o FILE'"
        case .cancelled(let file):
            "\(file): reading was cancelled; open it again to read it all"
        case .wrongEncoding(let file, let encoding):
            "\(file): is written in \(encoding), and a snapshot is UTF-8; convert it with 'iconv -t UTF-8'"
        case .syntax(let place, let found, let expected):
            "\(place): found \(found), expected \(expected); mend this place, or make the snapshot again"
        case .endsEarly(let place, let inside):
            "\(place): the file ends inside \(inside): it was cut off or is still being written; "
                + "wait for its writer, or make the snapshot again"
        case .invalidUTF8(let place, let byte):
            "\(place): byte 0x\(hexadecimal(byte)) is not valid UTF-8; convert the file with 'iconv -t UTF-8'"
        case .tooDeep(let place, let limit):
            "\(place): nested more than \(limit) levels deep; flatten the value, or leave it out"
        case .tooLong(let place, let what, let limit):
            "\(place): \(what) is longer than \(limit) bytes; shorten it, or leave it out"
        case .notASnapshot(let place, let found):
            "\(place): not a paydown snapshot: found \(found), expected \"format\": \"\(Snapshot.format)\"; "
                + "other reports are read with 'paydown import FILE'"
        case .newerVersion(let place, let found, let known):
            "\(place): written in version \(found) of the format, and this paydown understands up to \(known); "
                + "update paydown to read it"
        case .wrongType(let place, let key, let found, let expected):
            "\(place): '\(key)' is \(found), expected \(expected); mend it, or make the snapshot again"
        case .badValue(let place, let key, let found, let expected):
            "\(place): '\(key)' is \(found), expected \(expected); mend it, or make the snapshot again"
        case .duplicateKey(let place, let key):
            "\(place): '\(key)' stands here a second time; remove one of the two"
        case .missingKey(let place, let key, let inside):
            "\(place): \(inside) has no '\(key)'; add it, or make the snapshot again"
        case .noSnapshots(let folder, 0):
            "\(folder): holds no snapshots (*.json, *.json.gz); make one with 'paydown scan -o FILE'"
        case .noSnapshots(let folder, let others):
            "\(folder): holds no snapshots: \(others) JSON \(others == 1 ? "file is" : "files are") something else; "
                + "make one with 'paydown scan -o FILE'"
        case .unwritable(let file, let reason):
            "\(file): cannot be written: \(reason); choose another place, or make room there"
        case .unwritableValue(let key, let what):
            "'\(key)' is \(what), which JSON cannot hold; mend what produced it"
        }
    }

    /// The file or folder it is about; empty when it is about no file.
    package var file: String {
        switch self {
        case .missing(let file), .noPermission(let file), .isFolder(let file), .isSpecial(let file),
            .unreadable(let file, _), .endlessLink(let file), .empty(let file), .badCompression(let file, _),
            .cancelled(let file),
            .wrongEncoding(let file, _), .noSnapshots(let file, _), .unwritable(let file, _):
            file
        default:
            place?.file ?? ""
        }
    }

    /// Whether the text is good JSON that says something else than a snapshot would.
    var isAboutMeaning: Bool {
        switch self {
        case .wrongType, .badValue, .duplicateKey, .missingKey, .newerVersion: true
        default: false
        }
    }

    /// Where in the file it is; nil when it is about the file as a whole.
    package var place: SnapshotPlace? {
        switch self {
        case .syntax(let place, _, _), .endsEarly(let place, _), .invalidUTF8(let place, _), .tooDeep(let place, _),
            .tooLong(let place, _, _), .notASnapshot(let place, _), .newerVersion(let place, _, _),
            .wrongType(let place, _, _, _), .badValue(let place, _, _, _), .duplicateKey(let place, _),
            .missingKey(let place, _, _):
            place
        default:
            nil
        }
    }
}

/// Two capital digits.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 2 ? digits : "0" + digits
}
