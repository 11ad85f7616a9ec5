/// Files of other tools that have rules about imports.
package enum ForeignFiles {
    /// Those of a project, each of which has rules.
    ///
    /// - Throws: for a file that is there and cannot be read, or is not what its name says.
    package static func found(in root: String) throws(ConfigurationError) -> [ForeignRules] {
        var all: [ForeignRules] = []
        // import-linter takes the first of these; ruff prefers its own files to pyproject.toml.
        for name in [".importlinter", "setup.cfg", "pyproject.toml", ".ruff.toml", "ruff.toml", "tach.toml"] {
            let path = root + "/" + name
            guard TextFile.exists(path) else { continue }
            all += try rules(in: path, name: name).filter { !$0.rules.isEmpty || !$0.lost.isEmpty }
        }
        return all
    }

    /// The file that somebody named.
    ///
    /// - Throws: also when there are no such rules in it.
    package static func read(_ path: String) throws(ConfigurationError) -> [ForeignRules] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let found = try rules(in: path, name: name).filter { !$0.rules.isEmpty || !$0.lost.isEmpty }
        guard found.isEmpty else { return found }
        throw ConfigurationError(
            file: path,
            .badValue(
                key: "--from", value: name,
                expected: "a file with import-linter contracts, ruff's banned-api, or tach's modules", nearest: nil))
    }

    private static func rules(in path: String, name: String) throws(ConfigurationError) -> [ForeignRules] {
        let text = try TextFile.read(path)
        guard name.hasSuffix(".toml") else {
            return [ImportLinterContracts.rules(ini: text, file: name)]
        }
        let root = try TOMLDocument.read(text, file: path)
        if name == "tach.toml" { return [TachModules.rules(root, file: name)] }
        if let table = root["tool"]?.table {
            var all: [ForeignRules] = []
            if let own = table["importlinter"]?.table { all.append(ImportLinterContracts.rules(toml: own, file: name)) }
            if let own = table["ruff"]?.table { all.append(BannedModules.rules(own, file: name)) }
            if let own = table["tach"]?.table { all.append(TachModules.rules(own, file: name)) }
            return all
        }
        return root["modules"] == nil
            ? [BannedModules.rules(root, file: name)] : [TachModules.rules(root, file: name)]
    }
}
