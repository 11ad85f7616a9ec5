import PaydownProject
import PaydownTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct CompiledInThemesTests {
    /// With PAYDOWN_RECORD=1 the Swift file is written anew, and the test fails once, so that nobody records by
    /// accident.
    @Test func `the themes compiled in are the files of the Themes folder`() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
            .joined(separator: "/")
        let names = try #require(fileNames(in: root + "/Themes")).filter { $0.hasSuffix(".toml") }
        let files = try names.map { name in
            let bytes = try #require(FileBytes.read(root + "/Themes/" + name))
            return (name: String(name.dropLast(5)), text: String(decoding: bytes, as: UTF8.self))
        }
        let source = BuiltInThemes.source(of: files)
        let path = root + "/Sources/PaydownProject/Themes/BuiltInThemes+Texts.swift"

        let compiledIn = try #require(FileBytes.read(path))

        guard Array(source.utf8) != Array(compiledIn) else {
            for file in files { #expect(BuiltInThemes.text(named: file.name) == file.text) }
            #expect(BuiltInThemes.names == files.map(\.name).sorted())
            return
        }
        if getenv("PAYDOWN_RECORD") != nil { #expect(FileBytes.write(Array(source.utf8), to: path)) }
        Issue.record(
            """
            Themes/*.toml changed since they were compiled in; \
            run PAYDOWN_RECORD=1 swift test --filter CompiledInThemes, then test again
            """)
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
