import PaydownProject
import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct ConfigurationReadingTests {
    @Test func `without any file everything has its default`() throws {
        let configuration = try loaded(ConfigurationReading(places(try TemporaryDirectory())))

        #expect(configuration == Configuration())
        #expect(configuration.theme == .auto)
        #expect(configuration.isMouseOn && configuration.hasMotion && !configuration.isAccessible)
    }

    @Test func `in looks and keys the user's file counts before the project's`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("config/paydown/config.toml", "theme = \"nord\"\n[keys]\nquit = \"x\"\n")
        try folder.write(
            "root/paydown.toml",
            "theme = \"mono\"\nmouse = false\n[keys]\nquit = \"z\"\nhelp = \"h\"\n[project]\nname = \"p\"\n")

        let configuration = try loaded(ConfigurationReading(places(folder)))

        #expect(configuration.theme == .named("nord"))
        #expect(configuration.themeOrigin?.text == folder.path + "/config/paydown/config.toml:1:9")
        #expect(!configuration.isMouseOn)
        #expect(configuration.keys.map(\.action) == ["help", "quit"])
        #expect(configuration.keys.map(\.keys) == [[.character("h")], [.character("x")]])
        #expect(configuration.projectName == "p")
        #expect(configuration.projectFile == folder.path + "/root/paydown.toml")
    }

    @Test func `paydown toml is read rather than pyproject toml`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("root/pyproject.toml", "[tool.paydown]\nmouse = false\n")
        #expect(try !loaded(ConfigurationReading(places(folder))).isMouseOn)

        try folder.write("root/paydown.toml", "")

        #expect(try loaded(ConfigurationReading(places(folder))).isMouseOn)
    }

    @Test func `a file named on the command line is read instead, and must be there`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("root/paydown.toml", "mouse = true\n")
        let other = try folder.write("other.toml", "mouse = false\n")

        #expect(try !loaded(ConfigurationReading(places(folder, explicitFile: other))).isMouseOn)
        let missing = ConfigurationReading(places(folder, explicitFile: folder.path + "/missing.toml"))
        #expect(
            errors(missing) == [
                folder.path
                    + "/missing.toml: cannot be read: no such file or directory; check its path and its permissions"
            ])
    }

    @Test func `one mistake in either file is an error and not half a configuration`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("config/paydown/config.toml", "mose = true\n")
        try folder.write("root/paydown.toml", "theme = \"nord\"\n\nglyphs = 1\n")

        #expect(
            errors(ConfigurationReading(places(folder))) == [
                folder.path + "/config/paydown/config.toml:1:1: unknown key 'mose'; did you mean 'mouse'?",
                folder.path + "/root/paydown.toml:3:10: 'glyphs' is a whole number, not a string; write a string",
            ])
    }

    @Test func `a file that is not UTF-8 or far too large is an error`() throws {
        let folder = try TemporaryDirectory()
        let large = try folder.write("large.toml", "# " + String(repeating: "x", count: 1 << 20))
        #expect(
            errors(ConfigurationReading(places(folder, explicitFile: large))) == [
                large + ": is larger than 1024 KiB; this is no file to write by hand; check its name"
            ])

        let latin = folder.path + "/latin.toml"
        #expect(FileBytes.write([0x23, 0xE9, 0x0A], to: latin))
        #expect(
            errors(ConfigurationReading(places(folder, explicitFile: latin))) == [
                latin + ": is not UTF-8; save it as UTF-8"
            ])
    }

    @Test func `reading writes nothing`() throws {
        let folder = try TemporaryDirectory()
        let text = "theme = \"nord\"\n# kept as it is\n"
        try folder.write("root/paydown.toml", text)

        _ = ConfigurationReading(places(folder))

        #expect(folder.read("root/paydown.toml") == text)
        #expect(folder.read("config/paydown/config.toml") == nil)
    }

    private func places(_ folder: TemporaryDirectory, explicitFile: String? = nil) -> ConfigurationPlaces {
        ConfigurationPlaces(
            environment: { $0 == "XDG_CONFIG_HOME" ? folder.path + "/config" : nil }, root: folder.path + "/root",
            explicitFile: explicitFile)
    }

    private func loaded(_ reading: ConfigurationReading) throws -> Configuration {
        guard case .loaded(let configuration) = reading else {
            throw NotLoaded(errors: errors(reading))
        }
        return configuration
    }

    private struct NotLoaded: Error {
        let errors: [String]
    }

    private func errors(_ reading: ConfigurationReading) -> [String] {
        guard case .failed(let errors) = reading else { return [] }
        return errors.map(\.description)
    }
}
