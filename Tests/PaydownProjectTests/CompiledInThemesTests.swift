import PaydownProject
import PaydownTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct CompiledInThemesTests {
    /// With PAYDOWN_RECORD=1 the Swift files are written anew, and the test fails once, so that nobody records by
    /// accident.
    @Test func `the themes compiled in are the files of the Themes folder`() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
            .joined(separator: "/")
        let names = try #require(fileNames(in: root + "/Themes")).filter { $0.hasSuffix(".toml") }
        let files = try names.map { name in
            let bytes = try #require(FileBytes.read(root + "/Themes/" + name))
            return (name: String(name.dropLast(5)), text: String(decoding: bytes, as: UTF8.self))
        }
        let base = try #require(files.first { $0.name == "base" })
        let document = ThemeFile(base.text, stem: "base", file: BuiltInThemes.file(of: "base")).document
        let folder = root + "/Sources/PaydownProject/Themes/"

        let areTextsCurrent = isCurrent(folder + "BuiltInThemes+Texts.swift", BuiltInThemes.source(of: files))
        let isBaseCurrent = isCurrent(folder + "BuiltInThemes+Base.swift", BuiltInThemes.source(ofBase: document))

        try #require(areTextsCurrent && isBaseCurrent)
        #expect(BuiltInThemes.names == files.map(\.name).sorted())
        for file in files { #expect(BuiltInThemes.text(named: file.name) == file.text) }
    }

    @Test func `base as a value is what its file says`() throws {
        let text = try #require(BuiltInThemes.text(named: "base"))

        let read = ThemeFile(text, stem: "base", file: BuiltInThemes.file(of: "base")).document

        #expect(BuiltInThemes.document(named: "base") == read)
        // What the value has no place for.
        #expect(read.inherits == nil && read.pair == nil && read.palette.isEmpty && read.roles16.isEmpty)
    }

    private func isCurrent(_ path: String, _ source: String) -> Bool {
        if FileBytes.read(path) == Array(source.utf8) { return true }
        if getenv("PAYDOWN_RECORD") != nil, !FileBytes.write(Array(source.utf8), to: path) {
            Issue.record("\(path) cannot be written; check its folder and run again")
        }
        Issue.record(
            """
            Themes/*.toml changed since they were compiled in; \
            run PAYDOWN_RECORD=1 swift test --filter CompiledInThemes, then test again
            """)
        return false
    }

    private func fileNames(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.sorted()
    }
}
