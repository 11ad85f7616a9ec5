import CNcurses

/// The character set of the terminal, as the environment names it.
///
/// Only LC_CTYPE is set, which is what ncurses goes by: numbers and dates stay as the C locale has them.
enum TerminalLocale {
    /// Sets the locale of the process and says whether it is UTF-8.
    static func establish(environment: [String: String]) -> Bool {
        let wanted = name(environment)
        if paydown_set_character_locale(wanted) != nil {
            return isUTF8Now
        }
        // A name that is not installed here, often sent along by ssh: its character set still counts.
        if namesUTF8(wanted),
            paydown_set_character_locale("C.UTF-8") != nil || paydown_set_character_locale("C.utf8") != nil
        {
            return isUTF8Now
        }
        _ = paydown_set_character_locale("C")
        return false
    }

    /// The first of LC_ALL, LC_CTYPE and LANG that says something, in the order of POSIX; `C` when none does.
    static func name(_ environment: [String: String]) -> String {
        for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
            if let value = environment[variable], !value.isEmpty { return value }
        }
        return "C"
    }

    static func namesUTF8(_ locale: String) -> Bool {
        let codeset = locale.lowercased().split(separator: ".").dropFirst().first ?? ""
        return codeset.hasPrefix("utf-8") || codeset.hasPrefix("utf8")
    }

    private static var isUTF8Now: Bool {
        paydown_codeset().map { String(cString: $0) } == "UTF-8"
    }
}
