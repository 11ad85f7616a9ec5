import Glibc

/// Messages for people, apart from what a command produces.
enum StandardError {
    /// Prints `paydown: message`, with controls neutralised: it may quote a file.
    static func print(_ message: String) {
        StandardOutput.write("paydown: " + neutral(message) + "\n", to: STDERR_FILENO)
    }

    private static func neutral(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
            result.append(isControl ? "?" : scalar)
        }
        return String(result)
    }
}

/// Text on standard output, written whole.
enum StandardOutput {
    static func print(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { utf8 in
            var rest = UnsafeRawBufferPointer(utf8)
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    // A reader that has gone (`paydown … | head`) has what it wanted.
                    return
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
