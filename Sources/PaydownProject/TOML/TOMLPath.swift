/// The way to a value in a TOML document: keys of tables and 0-based indices of arrays.
package struct TOMLPath: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case key(String)
        case index(Int)
    }

    package var parts: [Part]

    package init(_ parts: [Part] = []) {
        self.parts = parts
    }

    package static let root = TOMLPath()

    package func appending(_ key: String) -> TOMLPath {
        TOMLPath(parts + [.key(key)])
    }

    package func appending(_ index: Int) -> TOMLPath {
        TOMLPath(parts + [.index(index)])
    }
}
