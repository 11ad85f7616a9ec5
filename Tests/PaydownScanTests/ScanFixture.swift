import PaydownCore
import PaydownFormats
import PaydownProject
import PaydownRules
import PaydownScan
import PaydownTestSupport

/// Rules and requests that tests share.
enum ScanFixture {
    /// A rule of each stage: one that a file answers alone, one that needs all files.
    static let rules = """
        [[rule]]
        id = "old"
        kind = "import"
        check = "imports"
        module.starts-with = ["app.old"]

        [[rule]]
        id = "twice"
        kind = "duplicate-class"
        check = "duplicates"
        class.contains-any = ["Service"]
        """

    static func request(
        _ root: String, source: ScanRequest.Source = .workTree, rules text: String = rules, threads: Int = 2,
        cacheFile: String? = nil
    ) throws -> ScanRequest {
        ScanRequest(
            root: root, source: source, rules: try ProjectRules(text: text, file: "paydown.toml").rules,
            threads: threads, cacheFile: cacheFile, projectName: "sample", now: moment, toolVersion: "1")
    }

    /// The moment at which `GitRepository` commits.
    static let moment = Timestamp(seconds: 1_757_890_155, offsetMinutes: -420)

    static func bytes(_ outcome: ScanOutcome) throws -> String {
        String(decoding: try SnapshotWriter.bytes(of: outcome.snapshot), as: UTF8.self)
    }

    /// A tree of some packages with findings in a third of the files.
    static func fill(_ write: (String, String) throws -> Void) rethrows {
        for number in 0..<60 {
            let imports = number % 3 == 0 ? "from app.old.thing\(number % 7) import thing\n" : "import os\n"
            let text = imports + "\nclass Service\(number % 11):\n    def run(self):\n        return \(number)\n"
            try write("app/part\(number % 5)/module\(number).py", text)
        }
        try write("app/broken.py", "def f(:\n    pass\n")
        try write("app/latin.py", "# -*- coding: latin-1 -*-\nimport app.old.latin\n")
        try write("notes/plan.ipynb", "{}")
        try write(".gitignore", "generated/\n")
        try write("generated/made.py", "import app.old\n")
    }
}
