/// All that rules may ask about one Python file, in flat columns that keep their memory from file to file.
///
/// Names and places are offsets into the text: a rule asks for one in a hundred of them, and looking up all names and
/// counting all lines and columns was a sixth of the whole scan. Facts stand in the order of the source as far as their
/// kind is concerned. A refused file has a problem and no facts.
package struct FileFacts: Sendable {
    /// Why CPython refuses the file; nil when it parses.
    package internal(set) var problem: SyntaxProblem?
    package internal(set) var names = FactNames()
    package internal(set) var scopes: [ScopeFact] = []
    package internal(set) var statements = FactSpans()
    package internal(set) var imports: [ImportFact] = []
    package internal(set) var importedNames: [ImportedNameFact] = []
    package internal(set) var classes: [ClassFact] = []
    package internal(set) var bases: [BaseFact] = []
    package internal(set) var functions: [FunctionFact] = []
    package internal(set) var parameters: [ParameterFact] = []
    package internal(set) var decorators: [DecoratorFact] = []
    package internal(set) var calls: [CallFact] = []
    package internal(set) var subscripts: [SubscriptFact] = []
    package internal(set) var assignments: [AssignmentFact] = []
    package internal(set) var globals: [GlobalFact] = []
    package internal(set) var dottedStrings: [DottedStringFact] = []
    /// From the first byte of the first token of each logical line to the end of its last.
    package internal(set) var logicalLines = FactSpans()
    /// Whether those lines are the ones of every Python: f-strings of Python 3.12 may hold their own quotes, so that to
    /// an earlier Python they end elsewhere.
    package internal(set) var areLinesOfEveryPython = true

    package init() {}

    /// Forgets all facts and keeps the memory.
    package mutating func removeAll() {
        problem = nil
        names.removeAll()
        statements.end(0)
        logicalLines.end(0)
        areLinesOfEveryPython = true
        restore(FactCounts())
    }

    /// Whether the scope is a class body.
    package func isClass(_ scope: ScopeID) -> Bool {
        !scope.isModule && scopes[scope.index].kind == .class
    }
}

/// How many facts of each kind there are, to go back to when a reading of the text turns out wrong.
struct FactCounts {
    var scopes = 0
    var imports = 0
    var importedNames = 0
    var classes = 0
    var bases = 0
    var functions = 0
    var parameters = 0
    var decorators = 0
    var calls = 0
    var subscripts = 0
    var assignments = 0
    var globals = 0
    var dottedStrings = 0
}

extension FileFacts {
    var counts: FactCounts {
        FactCounts(
            scopes: scopes.count, imports: imports.count, importedNames: importedNames.count, classes: classes.count,
            bases: bases.count, functions: functions.count, parameters: parameters.count, decorators: decorators.count,
            calls: calls.count, subscripts: subscripts.count, assignments: assignments.count,
            globals: globals.count, dottedStrings: dottedStrings.count
        )
    }

    mutating func restore(_ counts: FactCounts) {
        scopes.cut(to: counts.scopes)
        imports.cut(to: counts.imports)
        importedNames.cut(to: counts.importedNames)
        classes.cut(to: counts.classes)
        bases.cut(to: counts.bases)
        functions.cut(to: counts.functions)
        parameters.cut(to: counts.parameters)
        decorators.cut(to: counts.decorators)
        calls.cut(to: counts.calls)
        subscripts.cut(to: counts.subscripts)
        assignments.cut(to: counts.assignments)
        globals.cut(to: counts.globals)
        dottedStrings.cut(to: counts.dottedStrings)
    }
}

extension Array {
    /// Drops what is behind the first `count` elements and keeps the memory.
    fileprivate mutating func cut(to count: Int) {
        if self.count > count { removeSubrange(count...) }
    }
}
