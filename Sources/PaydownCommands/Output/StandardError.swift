import Glibc
import PaydownFormats

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
    /// Prints; where the output cannot take it, says so and ends the program, since half an answer is none.
    static func print(_ text: String) {
        let code = write(text, to: STDOUT_FILENO)
        guard code != 0 else { return }
        StandardError.print(
            "standard output cannot be written: \(SystemError(code: code).words); "
                + "choose another place, or make room there")
        exit(ExitStatus.couldNot.rawValue)
    }

    /// Writes all of a text: 0, or the system's number for what went wrong.
    @discardableResult
    static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            var rest = UnsafeRawBufferPointer(utf8)
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    // A reader that has gone (`paydown … | head`) has what it wanted.
                    return errno == EPIPE ? 0 : errno
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
            return 0
        }
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
