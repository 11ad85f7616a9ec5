import ArgumentParser

/// What paydown's exit status means, in one place.
package enum ExitStatus: Int32 {
    case success = 0
    /// What was asked about does not hold: a theme with errors, a stale picture.
    case doesNotHold = 1
    /// It could not be done or told: nothing to read, no terminal.
    case couldNot = 2

    var exitCode: ExitCode { ExitCode(rawValue) }
}
