import Testing

/// The arrows between targets, held against what their files import.
struct ArchitectureTests {
    /// What a target without a clock, files and threads may not even import. Python searches bytes with memchr.
    static let pure: Set<String> = [
        "PaydownCore", "PaydownRules", "PaydownScreen", "PaydownWidgets", "PaydownDashboard", "PaydownReport",
    ]
    static let system: Set<String> = ["Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"]

    @Test(arguments: Repository.swiftTargets)
    func `a target imports what the table in the map allows`(target: String) throws {
        let rule = try #require(ImportTable.read()[target], "\(target) is not in the table of Sources/README.md")
        for file in Repository.swiftFiles("Sources/" + target) {
            for module in file.imports {
                if Self.system.contains(module) {
                    #expect(!Self.pure.contains(target), "\(file.path) imports \(module)")
                } else {
                    #expect(rule.allows(module), "\(file.path) imports \(module)")
                }
            }
        }
    }

    @Test func `the table in the map has every target and no other`() {
        #expect(Set(ImportTable.read().keys).isSuperset(of: Repository.swiftTargets))
        for target in ImportTable.read().keys { #expect(Repository.isFolder("Sources/" + target), "\(target)") }
    }

    @Test func `the product does without Foundation`() {
        for target in Repository.swiftTargets where !Self.free.contains(target) {
            for file in Repository.swiftFiles("Sources/" + target) {
                #expect(!file.imports.contains("Foundation"), "\(file.path)")
            }
        }
    }

    /// Benchmarks and fuzzers are for their makers.
    static let free: Set<String> = ["paydown-bench", "paydown-fuzz"]

    @Test(arguments: [
        "PaydownCore", "PaydownPython", "PaydownRules", "PaydownScreen", "PaydownWidgets", "PaydownDashboard",
    ])
    func `the pure core knows neither the clock nor files nor threads`(target: String) {
        let signs = [
            "getenv(", "clock_gettime", "ContinuousClock", "Date()", "fopen(", "Glibc.open(", "DispatchQueue", "Task {",
            "Task.detached", "random(in:",
        ]
        for file in Repository.swiftFiles("Sources/" + target) {
            for line in file.code {
                #expect(!signs.contains { line.text.contains($0) }, "\(file.path):\(line.number)")
            }
        }
    }

    @Test(arguments: Repository.swiftTargets)
    func `nothing is left over from making it`(target: String) {
        let signs = ["TODO", "FIXME", "fatalError(", "debugPrint("]
        for file in Repository.swiftFiles("Sources/" + target) {
            for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                #expect(!signs.contains { line.contains($0) }, "\(file.path):\(number + 1)")
            }
        }
    }

    /// What is printed goes through one type that neutralises it; the benchmarks are for their makers.
    @Test(arguments: Repository.swiftTargets)
    func `nothing prints but the output's own type`(target: String) {
        guard !Self.free.contains(target) else { return }
        for file in Repository.swiftFiles("Sources/" + target) where !file.path.contains("/Output/") {
            for line in file.code {
                let words = line.text.split { !$0.isLetter && $0 != "." && $0 != "(" }
                #expect(
                    !words.contains { $0.hasPrefix("print(") || $0.hasPrefix("Swift.print(") },
                    "\(file.path):\(line.number)")
            }
        }
    }

    @Test(arguments: Repository.swiftTargets)
    func `what the compiler cannot prove safe says why it is`(target: String) {
        let signs = ["@unchecked Sendable", "nonisolated(unsafe)", "unsafeBitCast"]
        for file in Repository.swiftFiles("Sources/" + target) {
            guard file.code.contains(where: { line in signs.contains { line.text.contains($0) } }) else { continue }
            let prose = file.text.split(separator: "\n").filter { $0.drop { $0 == " " }.hasPrefix("//") }
            #expect(prose.contains { $0.contains("safe") }, "\(file.path)")
        }
    }

    @Test func `no file names a place of the machine it was made on`() {
        let signs = ["/" + "work/", "../" + "shared", "/" + "home/", "/" + "Users/"]
        for path in Repository.textFiles {
            guard let text = Repository.text(path) else { continue }
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for sign in signs where line.contains(sign) {
                    // What a test or an example makes up is nobody's machine.
                    guard !Repository.isMadeUp(line) else { continue }
                    Issue.record("\(path):\(number + 1) has \(sign): \(line.prefix(120))")
                }
            }
        }
    }
}
