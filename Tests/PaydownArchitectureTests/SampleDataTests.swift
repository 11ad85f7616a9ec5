import Glibc
import PaydownFormats
import PaydownTestSupport
import Testing

/// The sample data are sound, and are what the scripts beside them make.
struct SampleDataTests {
    static let snapshots = Repository.files(in: "SampleData").filter { path in
        let isSnapshot = path.hasSuffix(".json") || path.hasSuffix(".json.gz")
        let folders = ["SampleData/history/2", "SampleData/python/snapshots/", "SampleData/simulated/"]
        return isSnapshot && folders.contains { path.hasPrefix($0) }
    }

    @Test func `there are samples of all three kinds`() {
        for folder in ["history", "python/snapshots", "simulated"] {
            #expect(Self.snapshots.count { $0.hasPrefix("SampleData/\(folder)/") } >= 3, "\(folder)")
        }
    }

    @Test(arguments: snapshots)
    func `each snapshot loads, and counts what it lists`(path: String) throws {
        let snapshot = try SnapshotReader().read(Repository.root + path)
        #expect(!snapshot.header.project.name.isEmpty)
        #expect(!snapshot.header.checks.isEmpty)
        for rule in snapshot.header.rules where rule.isListed {
            let findings = snapshot.findings.rule.count { snapshot.findings.strings[$0] == rule.id }
            #expect(findings == rule.count, "\(rule.id)")
        }
    }

    @Test func `what is simulated or illustrative says so`() throws {
        for path in Self.snapshots where path.hasPrefix("SampleData/simulated/") {
            let header = try SnapshotReader().readHeader(Repository.root + path).header
            #expect(header.provenance.findings == .simulated, "\(path)")
        }
    }

    @Test func `the scripts make the same data again`() throws {
        let status = try Self.run(["python3", Repository.root + "SampleData/make", "--check"])
        #expect(status == 0, "python3 SampleData/make --check says what differs")
    }

    /// Runs a program without its output; its exit status, or -1 when a signal ended it.
    private static func run(_ words: [String]) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for word in arguments { free(word) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, words[0], &actions, nil, &arguments, environ)
        try #require(code == 0, "\(words[0]) cannot be started: error \(code)")
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    }
}
