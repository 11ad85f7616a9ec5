import Foundation
import PaydownScan
import PaydownTestSupport

/// A repository with a past of everything that happens to files.
enum HistoryFixture {
    /// One commit a day from the first of June 2025 on.
    static func day(_ number: Int) -> String {
        "2025-06-\(number < 10 ? "0" : "")\(number)T12:00:00+02:00"
    }

    static func made() throws -> GitRepository {
        let repository = try GitRepository()
        var day = 0
        func commit(_ subject: String, by author: String = "Ada") throws {
            day += 1
            repository.moment = Self.day(day)
            repository.author = author
            try repository.commit(subject)
        }
        try repository.write("app/a.py", "import app.old.a\n")
        try repository.write("app/b.py", "import os\nclass Service: pass\n")
        try repository.write("docs/conf.py", "import app.old.conf\n")
        try repository.write("readme.txt", "text")
        try commit("begin")
        try repository.write("app/c.py", "import app.old.c\nclass Service: pass\n")
        try repository.write("app/twin.py", "import app.old.a\n")
        try commit("a twin and a second service", by: "Ben")
        try repository.write("app/b.py", "def f(:\n")
        try commit("b is broken")
        try repository.write(".gitignore", "docs/\n*.gen.py\n")
        try repository.write("app/made.gen.py", "import app.old.made\n")
        try commit("docs are left out")
        try repository.git("mv", "app/c.py", "app/renamed.py")
        try commit("c is renamed")
        try repository.git("checkout", "-q", "-b", "side", "HEAD~2")
        try repository.write("app/side.py", "import app.old.side\n")
        try commit("a side", by: "Cai")
        try repository.git("checkout", "-q", "main")
        try repository.write("app/b.py", "import app.old.b\nclass Service: pass\n")
        try commit("b is mended")
        day += 1
        repository.moment = Self.day(day)
        try repository.git("merge", "-q", "--no-ff", "-m", "the side comes in", "side")
        try repository.remove("app/a.py")
        try repository.write("app/sub/.gitignore", "x.py\n!y.gen.py\n")
        try repository.write("app/sub/x.py", "import app.old.x\n")
        try repository.write("app/sub/y.gen.py", "import app.old.y\n")
        try commit("a goes, a folder comes")
        try repository.git(
            "update-index", "--add", "--cacheinfo", "160000," + String(repeating: "1", count: 40) + ",lib")
        try repository.write("env/pyvenv.cfg", "")
        try repository.write("env/site.py", "import app.old.env\n")
        try repository.link("app/link.py", to: "b.py")
        day += 1
        repository.moment = Self.day(day)
        try repository.git("add", "app", "env")
        try repository.git("commit", "-q", "-m", "a submodule, an environment, a link")
        try repository.remove("env")
        try repository.remove("app/link.py")
        try repository.write("app/link.py", "import app.old.link\n")
        try repository.remove(".gitignore")
        try commit("docs count again, the link is a file")
        try repository.write("app/a.py", "import app.old.a\n")
        try repository.remove("app/twin.py")
        try repository.write("app/twin.py/inner.py", "import app.old.inner\n")
        try commit("a returns, a file becomes a folder")
        return repository
    }

    /// A past of random changes.
    static func random(seed: UInt64, commits: Int) throws -> GitRepository {
        let repository = try GitRepository()
        var random = SeededRandom(seed: seed)
        let folders = ["", "a/", "a/b/", "c/", "a/b/d/"]
        let names = ["x.py", "y.py", "z.txt", "w.pyw", ".gitignore", "n.ipynb"]
        for number in 0..<commits {
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let path = folders.randomElement(using: &random)! + names.randomElement(using: &random)!
                let exists = FileManager.default.fileExists(atPath: repository.path + "/" + path)
                if exists, Bool.random(using: &random) {
                    try repository.remove(path)
                } else if path.hasSuffix(".gitignore") {
                    try repository.write(path, ["x.py\n", "b/\n", "!x.py\n", "*.pyw\n"].randomElement(using: &random)!)
                } else {
                    let module = Int.random(in: 0..<4, using: &random)
                    try repository.write(path, "import app.old.m\(module)\n")
                }
            }
            repository.moment = "2025-06-01T12:\(number < 10 ? "0" : "")\(number):00Z"
            try repository.commit("change \(number)")
        }
        return repository
    }

    static func request(
        _ repository: GitRepository, below folder: String = "", branch: String = "main", pace: BackfillPace = .commit,
        blobFile: String? = nil
    ) throws -> BackfillRequest {
        BackfillRequest(
            scan: try ScanFixture.request(repository.path + folder), branch: branch, pace: pace, blobFile: blobFile)
    }
}
