import ArgumentParser
import Glibc
import PaydownCore
import PaydownProject
import PaydownScan
import PaydownTerminal

/// Looks at a project and writes its first file.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Look at a Python project and write a first paydown.toml worth having.",
        discussion: """
            Proposes rules for what stands out: names imported by many paths, classes defined more than once, singletons, \
            hard-coded addresses, methods that most classes of a family have; each with its number, a target, and the \
            reason. Contracts of import-linter, banned modules of ruff and boundaries of tach become rules as well; what \
            of them cannot is named in the file.
            Examples:
              paydown init                        the repository here
              paydown init --print                only show what it would write
              paydown init --from .importlinter   rules of that file, and no other
            Exit status: 0, or 2 when nothing was written.
            """)

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Read this file's rules: import-linter, ruff or tach; looked for when absent. May be repeated.",
            valueName: "file"))
    var foreignFiles: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("Write there instead; - prints.", valueName: "file"))
    var output: String?

    @Flag(name: .customLong("print"), help: "Print the file instead of writing it.")
    var isPrinting = false

    @Flag(help: "Replace a file that is there.")
    var force = false

    @Option(name: .number("j"), help: ArgumentHelp("Number of threads; all cores if absent.", valueName: "n"))
    var jobs: Int?

    @Argument(help: ArgumentHelp("The project's folder; the repository around the current folder if absent."))
    var root: String?

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("-j is a number of threads, at least 1") }
    }

    mutating func run() throws {
        let watch = ScanWatch(isDrawing: isatty(STDERR_FILENO) == 1)
        do {
            let project = folder()
            let file = isPrinting || output == "-" ? nil : output ?? project + "/paydown.toml"
            if let file, !force { try refuseExisting(file, project) }
            let result = try survey(project).run(watch.progress)
            watch.stopDrawing()
            guard let file else {
                StandardOutput.print(result.text)
                return watch.endIfAsked()
            }
            try write(result.text, to: file)
            StandardOutput.print(
                InitReport.text(result, file: file, isDefault: output == nil, width: OutputWidth.columns()))
        } catch let failure as ScanFailure {
            watch.stopDrawing()
            for message in failure.messages { StandardError.print(message) }
            throw ExitStatus.couldNot.exitCode
        } catch let error as ScanError {
            watch.stopDrawing()
            if error == .interrupted { watch.endIfAsked() }
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        }
        watch.endIfAsked()
    }

    private func folder() -> String {
        var options = ProjectOptions()
        options.root = root
        let folder = options.rootFolder()
        return folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    private func survey(_ project: String) throws -> ProjectSurvey {
        let name = project.split(separator: "/").last.map(String.init)
        let here = name == nil || name == "." || name == ".."
        let folderName = here ? ProjectFolder.current?.split(separator: "/").last.map(String.init) : name
        let imported: [ForeignRules]
        do {
            imported =
                try foreignFiles.isEmpty
                ? ForeignFiles.found(in: project) : foreignFiles.flatMap { try ForeignFiles.read($0) }
        } catch let error as ConfigurationError {
            throw ScanFailure(messages: [error.description])
        }
        return ProjectSurvey(
            root: project, facts: ProjectFacts(root: project, folderName: folderName ?? "project"),
            imported: imported, threads: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), now: WallClock.now())
    }

    private func refuseExisting(_ file: String, _ project: String) throws {
        if TextFile.exists(file) {
            throw ScanFailure(messages: [
                "\(file): is there already; --force replaces it, --print only shows what would be written"
            ])
        }
        // A project has one file; a second one would count for nothing, or hide the first.
        let shared = project + "/pyproject.toml"
        guard output == nil, TextFile.exists(shared), let text = try? TextFile.read(shared),
            let root = try? TOMLDocument.read(text, file: shared), root["tool"]?.table?["paydown"] != nil
        else { return }
        throw ScanFailure(messages: [
            "\(shared): has [tool.paydown] already, which paydown.toml would hide; --force writes it all the same, "
                + "--print only shows it"
        ])
    }

    private func write(_ text: String, to file: String) throws {
        do throws(NewFile.Failure) {
            try NewFile.write(text, to: file, replacing: force)
        } catch .exists {
            throw ScanFailure(messages: ["\(file): is there already by now; --force replaces it"])
        } catch .notWritten(let reason) {
            throw ScanFailure(messages: ["\(file): cannot be written: \(reason); choose another place with -o"])
        }
    }
}
