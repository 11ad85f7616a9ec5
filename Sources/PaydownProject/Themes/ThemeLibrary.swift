import FoundationEssentials
import PaydownScreen

/// Every theme there is: those compiled in, the user's, the project's.
///
/// Of several with one name the project's counts, then the user's. A file with errors is left out and
/// reported; what it was at its last good reading stays. Built-in themes are parsed when asked for: one
/// costs a tenth of a millisecond.
package struct ThemeLibrary: Sendable {
    package enum Source: Equatable, Sendable {
        case builtIn
        /// A path to the file.
        case user(String)
        case project(String)
    }

    package struct Entry: Equatable, Sendable {
        package let name: String
        package let source: Source
    }

    /// By name, sorted; `base` first.
    package let entries: [Entry]
    /// What is wrong with files that were left out.
    package let errors: [ConfigurationError]
    /// Themes from files.
    private let documents: [String: ThemeDocument]
    /// By the name of the theme that a file would have been.
    private let broken: [String: ConfigurationError]

    /// The themes compiled in, and nothing from files.
    package static let builtIn = ThemeLibrary(files: [])

    /// - Parameters:
    ///   - userFolder: the user's themes; may be missing.
    ///   - projectFolder: the project's `.paydown/themes`; may be missing.
    ///   - previous: the library as it was: a file that broke since keeps its last good theme.
    package init(userFolder: String?, projectFolder: String?, previous: ThemeLibrary? = nil) {
        let user = userFolder.map { ThemeLibrary.files(in: $0) } ?? []
        let project = projectFolder.map { ThemeLibrary.files(in: $0) } ?? []
        self.init(
            files: user.map { (Source.user($0), $0) } + project.map { (Source.project($0), $0) }, previous: previous)
    }

    private init(files: [(source: Source, path: String)], previous: ThemeLibrary? = nil) {
        var shelf = ThemeShelf(previous: previous.map { Array($0.documents.values) } ?? [])
        for file in files { shelf.add(file.path, file.source) }
        shelf.settle()
        documents = shelf.documents
        errors = shelf.errors
        broken = shelf.broken
        entries = shelf.sources.map { Entry(name: $0.key, source: $0.value) }.sorted {
            guard ($0.name == ThemeResolver.base) == ($1.name == ThemeResolver.base) else {
                return $0.name == ThemeResolver.base
            }
            return $0.name < $1.name
        }
    }

    package var names: [String] { entries.map(\.name) }

    /// The document of a name, nil when there is none.
    package func document(named name: String) -> ThemeDocument? {
        documents[name] ?? BuiltInThemes.document(named: name)
    }

    package func theme(named name: String, depth: ColorDepth) throws(ConfigurationError) -> Theme {
        let resolver = try resolver(named: name)
        do throws(ThemeError) {
            return try resolver.theme(depth)
        } catch {
            throw ConfigurationError(error, file: resolver.lineage[0].file)
        }
    }

    /// - Parameters:
    ///   - mode: the terminal's, nil when it does not say.
    ///   - origin: where the choice was made, to be named when there is no such theme.
    package func theme(
        _ choice: ThemeChoice, mode: Theme.Mode?, depth: ColorDepth, origin: SettingOrigin? = nil
    ) throws(ConfigurationError) -> Theme {
        do throws(ConfigurationError) {
            return try theme(named: choice.name(for: mode), depth: depth)
        } catch {
            guard let origin, error.file.isEmpty else { throw error }
            throw ConfigurationError(file: origin.file, at: origin.position, error.problem)
        }
    }

    /// The theme to change to when the terminal turns dark or light; nil when the one shown fits or has no pair.
    package func pair(of name: String, for mode: Theme.Mode) -> String? {
        // A theme that cannot be resolved has no pair to change to either.
        guard let resolver = try? resolver(named: name), let pair = resolver.pair, names.contains(pair),
            resolver.mode != .any, resolver.mode != mode
        else { return nil }
        return pair
    }

    /// The name after another in the list, around its end: what `T` does.
    package func name(after name: String) -> String {
        guard let index = names.firstIndex(of: name) else { return ThemeResolver.base }
        return names[(index + 1) % names.count]
    }

    package func resolver(named name: String) throws(ConfigurationError) -> ThemeResolver {
        do throws(ThemeError) {
            return try ThemeResolver(name, among: names, find: document(named:))
        } catch {
            // A file that cannot be used is the better answer than that there is no such theme.
            if case .noSuchTheme = error, let cause = broken[name] { throw cause }
            throw ConfigurationError(error, file: "")
        }
    }

    /// For a document that need not be in the library, seen as if it were.
    package func resolver(for document: ThemeDocument) throws(ConfigurationError) -> ThemeResolver {
        do throws(ThemeError) {
            return try ThemeResolver(document.name, among: names + [document.name]) {
                $0 == document.name ? document : self.document(named: $0)
            }
        } catch {
            throw ConfigurationError(error, file: document.file)
        }
    }

    private static func files(in folder: String) -> [String] {
        // A folder that is not there or not readable holds no themes.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted().map { folder + "/" + $0 }
    }

    static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
    }
}
