import PaydownPython

/// Python source in which ①, ② and so on stand before the places that a test speaks of.
struct MarkedPython {
    private static let marks: [Character] = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]

    let bytes: [UInt8]
    /// The place of each mark, in the order of the marks.
    let places: [Position]

    init(_ text: String) {
        var places: [Int: Position] = [:]
        var plain = ""
        var line: UInt32 = 1
        var column: UInt32 = 1
        for scalar in text.unicodeScalars {
            if let number = Self.marks.firstIndex(of: Character(scalar)) {
                places[number] = Position(line: line, column: column)
                continue
            }
            plain.unicodeScalars.append(scalar)
            column += 1
            if scalar == "\n" {
                line += 1
                column = 1
            }
        }
        bytes = Array(plain.utf8)
        self.places = places.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// The facts of one text, with names as strings.
struct ScannedPython {
    let read: ReadFacts
    let places: [Position]

    init(_ text: String, version: PythonVersion = .newest) {
        let marked = MarkedPython(text)
        self.init(bytes: marked.bytes, places: marked.places, version: version)
    }

    init(bytes: [UInt8], places: [Position] = [], version: PythonVersion = .newest) {
        var source = SourceText()
        source.load(bytes, version: version)
        read = ReadFacts(&source, by: PythonScanner(version: version))
        self.places = places
    }

    var facts: FileFacts { read.facts }

    func text(_ name: FactName) -> String { read.text(name) }

    func position(_ site: FactSite) -> Position { read.position(site) }

    func scope(_ site: FactSite) -> String { read.scope(site) }

    var reason: SyntaxProblem.Reason? { facts.problem?.reason }

    var calls: [String] { facts.calls.map { text($0.name) } }
}
