import PaydownCore
import PaydownPython

/// What the names in a file stand for, as far as its imports say.
struct BaseNames {
    /// The whole dotted name by the name in the file.
    private var imported: [String: String] = [:]
    private let module: String
    private let local: Set<String>

    init(_ file: FileReading) {
        module = file.module
        let facts = file.facts
        local = Set(facts.classes.lazy.filter(\.site.scope.isModule).map { file.names[$0.name] })
        for fact in facts.imports {
            let from = ModuleName.absolute(file.names[fact.module], level: Int(fact.level), in: file)
            if fact.isFrom {
                for name in facts.importedNames[fact.names] {
                    let bound = name.alias.isEmpty ? name.name : name.alias
                    imported[file.names[bound]] =
                        from.isEmpty ? file.names[name.name] : from + "." + file.names[name.name]
                }
            } else if fact.alias.isEmpty {
                let first = String(from.prefix { $0 != "." })
                imported[first] = first
            } else {
                imported[file.names[fact.alias]] = from
            }
        }
    }

    /// The bases of a class, whole dotted names; one that cannot be resolved begins with `?`.
    func names(of fact: ClassFact, in file: FileReading) -> [String] {
        file.facts.bases[fact.bases].filter { $0.kind == .base || $0.kind == .unpacked }.map { base in
            let name = file.names[base.name.isEmpty ? base.subscripted : base.name]
            return name.isEmpty || base.kind == .unpacked ? "?" : whole(name)
        }
    }

    private func whole(_ name: String) -> String {
        let first = String(name.prefix { $0 != "." })
        let rest = name.dropFirst(first.count)
        if let known = imported[first] { return known + rest }
        if local.contains(first) { return module.isEmpty ? name : module + "." + name }
        return Self.plain.contains(name) ? name : "?" + name
    }

    /// Bases that everybody has and that bring no methods of a contract.
    static let plain: Set<String> = [
        "object", "Exception", "BaseException", "ABC", "abc.ABC", "Protocol", "typing.Protocol", "Generic",
        "typing.Generic", "typing_extensions.Protocol", "Enum", "enum.Enum", "str", "int", "dict", "list",
        "unittest.TestCase", "TestCase", "unittest.IsolatedAsyncioTestCase",
    ]
}

/// Module names as they stand in imports.
enum ModuleName {
    /// The module that a relative import means; the name as it is when there are no dots before it.
    static func absolute(_ name: String, level: Int, in file: FileReading) -> String {
        if level == 0 { return name }
        var parts = file.module.split(separator: ".").map(String.init)
        let drops = level - (file.isPackage ? 1 : 0)
        parts.removeLast(min(drops, parts.count))
        if !name.isEmpty { parts.append(name) }
        return parts.joined(separator: ".")
    }

    /// Whether a module is a package or in it.
    static func isIn(_ module: String, _ package: String) -> Bool {
        guard module.utf8.starts(with: package.utf8) else { return false }
        return module.utf8.count == package.utf8.count
            || module.utf8.dropFirst(package.utf8.count).first == UInt8(ascii: ".")
    }
}

extension FileReading {
    /// Module, enclosing scopes and name, with dots.
    mutating func qualifiedName(of fact: ClassFact) -> String {
        [module, scopeName(fact.site.scope), names[fact.name]].filter { !$0.isEmpty }.joined(separator: ".")
    }
}
