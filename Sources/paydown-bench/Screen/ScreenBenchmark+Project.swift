import Foundation

extension ScreenBenchmark {
    /// A project without files in `shop`, with a rule about imports.
    ///
    /// - Parameter rules: further ones, as TOML.
    func makeProject(_ project: String, rules: String = "") throws {
        try FileManager.default.createDirectory(atPath: project + "/shop", withIntermediateDirectories: true)
        try """
        [project]
        name = "shop"

        [[rule]]
        id = "old-import"
        kind = "import"
        check = "imports"
        title = "Old imports"
        module.starts-with = ["shop.core.old"]
        message = "imports {symbol}"

        \(rules)
        """.write(toFile: project + "/paydown.toml", atomically: true, encoding: .utf8)
    }
}
