import PaydownCore
import PaydownScan
import Testing

struct GitFileMapTests {
    private static func fill(_ repository: GitRepository) throws {
        for name in ["api/a.py", "api/b.py", "api/sub/c.py", "other/d.py"] {
            try repository.write(name, (0..<20).map { "x\($0) = '\(name)'\n" }.joined())
        }
    }

    @Test func `renames between commits are those within the project, by its own paths`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try Self.fill(repository)
            let first = try repository.commit("first")
            try repository.git("mv", "api/a.py", "api/sub/renamed.py")
            try repository.git("mv", "other/d.py", "other/e.py")
            try repository.remove("api/b.py")
            let second = try repository.commit("second")

            let files = try GitFileMap.between(first, second, root: repository.path + "/api")

            #expect(files.renames == ["a.py": "sub/renamed.py"])
            #expect(files.existing == ["sub/c.py", "sub/renamed.py"])
        }
    }

    @Test func `renames since a commit count in the files that are there`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try Self.fill(repository)
            let first = try repository.commit("first")
            try repository.git("mv", "api/a.py", "api/moved.py")
            try repository.write("api/moved.py", (0..<20).map { "x\($0) = 'api/a.py'\n" }.joined() + "y = 1\n")

            let files = try GitFileMap.sinceCommit(first, root: repository.path)

            #expect(files.renames == ["api/a.py": "api/moved.py"])
            #expect(files.existing == nil)
        }
    }

    @Test func `a commit that a shallow clone does not have is told apart from one that nobody has`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try Self.fill(repository)
            let first = try repository.commit("first")
            try repository.write("api/a.py", "")
            try repository.commit("second")
            let clone = try GitRepository(cloning: repository, "--depth", "1")

            #expect(throws: ScanError.unknownInShallowClone(first, folder: clone.path)) {
                try Scan.run(ScanFixture.request(clone.path, source: .commit(first)))
            }
        }
    }
}
