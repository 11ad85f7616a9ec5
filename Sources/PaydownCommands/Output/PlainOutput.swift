import ArgumentParser
import PaydownDashboard
import PaydownScreen

/// The dashboard's content as text, for pipes, logs and screen readers.
enum PlainOutput {
    static func print(arguments: [String], look: LookOptions, sources: SourceReader) throws {
        let session = HeadlessSession(
            size: Size(width: 100, height: 50), glyphs: .ascii, arguments: arguments, sources: sources,
            now: WallClock.now())
        for problem in session.problems { StandardError.print(problem) }
        guard session.model.header != nil else { throw ExitStatus.couldNot.exitCode }
        StandardOutput.print(PlainText.lines(session.model).joined(separator: "\n") + "\n")
    }
}
