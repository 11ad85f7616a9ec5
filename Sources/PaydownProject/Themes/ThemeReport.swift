import PaydownScreen

/// The texts of `paydown theme list`, `check` and `show`.
package enum ThemeReport {
    /// A text for standard output, and whether all is well.
    package struct Result: Equatable, Sendable {
        package let text: String
        package let isGood: Bool
    }

    /// Every theme, where it comes from, and what is wrong with files that were left out.
    ///
    /// - Parameter current: the theme in use, marked with `*`; nil marks none.
    package static func list(_ library: ThemeLibrary, current: String?) -> Result {
        var table = TextTable()
        for entry in library.entries {
            let resolver = try? library.resolver(named: entry.name)  // What cannot be resolved has no mode to show.
            table.add([
                entry.name == current ? "*" : " ", entry.name, resolver?.mode.rawValue ?? "", entry.source.text,
            ])
        }
        let errors = library.errors.map { $0.description + "\n" }.joined()
        return Result(
            text: table.text + (errors.isEmpty ? "" : "\nleft out:\n" + errors), isGood: library.errors.isEmpty)
    }

    /// Every role of a theme at every depth, with its contrast on the page and on the selection.
    ///
    /// - Parameter subject: a theme file's path, or the name of a theme in the library.
    package static func check(_ subject: String, _ library: ThemeLibrary) -> Result {
        do throws(ConfigurationError) {
            let resolver: ThemeResolver
            if library.names.contains(subject), !subject.hasSuffix(".toml") {
                resolver = try library.resolver(named: subject)
            } else {
                let file = ThemeFile(
                    try TextFile.read(subject), stem: ThemeLibrary.stem(of: subject), file: subject)
                guard file.errors.isEmpty else { return failed(file.errors) }
                resolver = try library.resolver(for: file.document)
            }
            let errors = resolver.colorErrors()
            guard errors.isEmpty else { return failed(errors.map { ConfigurationError($0, file: subject) }) }
            do throws(ThemeError) {
                return try check(resolver)
            } catch {
                throw ConfigurationError(error, file: subject)
            }
        } catch {
            return failed([error])
        }
    }

    /// Every role of a theme, written in itself when `isColored`.
    package static func show(
        _ name: String, _ library: ThemeLibrary, depth: ColorDepth, isColored: Bool
    ) throws(ConfigurationError) -> String {
        let theme = try library.theme(named: name, depth: depth)
        let resolver = try library.resolver(named: name)
        var text = "\(name), \(resolver.mode.rawValue), \(depth.words)"
        let parents = resolver.lineage.dropFirst().map(\.name)
        if !parents.isEmpty { text += ", from " + parents.joined(separator: ", ") }
        text += "\n\n"
        let width = roleWidth
        for role in Role.allCases {
            let ink = role.isGround ? Ink.text.on(role.ground) : Ink(role)
            let style = theme.style(ink)
            func swatch(_ ink: Ink, _ words: String) -> String {
                let padded = " " + words.padded(to: width) + " "
                guard isColored else { return padded }
                return theme.style(ink).escapeSequence + padded + Style.endSequence
            }
            text += swatch(ink, role.name)
            if !role.isGround {
                text += " " + swatch(ink.on(.selection), role.name) + " " + swatch(ink.on(.raised), role.name)
            } else {
                text += " " + (" ".padded(to: width + 2)) + " " + (" ".padded(to: width + 2))
            }
            text += " " + style.words(on: theme.style(.text).background)
            while text.last == " " { text.removeLast() }
            text += "\n"
        }
        return text
    }

    private static var roleWidth: Int { Role.allCases.map(\.name.utf8.count).max() ?? 0 }

    private static func failed(_ errors: [ConfigurationError]) -> Result {
        Result(text: errors.map { $0.description + "\n" }.joined(), isGood: false)
    }

    private static func check(_ resolver: ThemeResolver) throws(ThemeError) -> Result {
        let depths: [ColorDepth] = [.trueColor, .indexed, .sixteen, .mono]
        var looks: [[RoleLook]] = []
        var themes: [Theme] = []
        for depth in depths {
            looks.append(try resolver.looks(depth))
            themes.append(try resolver.theme(depth))
        }
        var table = TextTable()
        table.add(["role", "RGB", "256", "16", "mono", "on page", "", "on selection", ""])
        table.add(["", "", "", "", "", "RGB", "256", "RGB", "256"])
        for role in Role.allCases {
            var row = [role.name] + looks.map { $0[Int(role.rawValue)].words(isGround: role.isGround) }
            for ground in [Ink.Ground.plain, .selection] where !role.isGround {
                for theme in themes[..<2] {
                    let ratio = theme.style(Ink(role, on: ground)).contrast
                    let isLow = ratio.map { $0 < role.contrastFloor ?? 0 } ?? false
                    row.append(ratio.map { Contrast.text($0) + (isLow ? " !" : "") } ?? "-")
                }
            }
            table.add(row)
        }
        let review = try ThemeReview(resolver)
        var text = "\(resolver.name), \(resolver.mode.rawValue), \(resolver.lineage[0].file)\n\n" + table.text + "\n"
        guard !review.weaknesses.isEmpty else {
            return Result(text: text + "every role reads on every ground\n", isGood: true)
        }
        text += review.weaknesses.map { $0.text + "\n" }.joined()
        return Result(text: text, isGood: false)
    }
}

extension ThemeLibrary.Source {
    fileprivate var text: String {
        switch self {
        case .builtIn: "built in"
        case .user(let path), .project(let path): path
        }
    }
}

extension Role {
    /// The ground that a ground's role paints; plain for other roles.
    fileprivate var ground: Ink.Ground {
        Ink.Ground.allCases.first { $0.role == self } ?? .plain
    }
}

extension RoleLook {
    /// `#f0f2f5 on #15181d bold`; `-` for what comes from `text` and the ground.
    fileprivate func words(isGround: Bool) -> String {
        var parts: [String] = []
        if let foreground { parts.append(foreground.word) }
        if let background { parts.append((isGround && foreground == nil ? "" : "on ") + background.word) }
        parts += attributes.names
        return parts.isEmpty ? "-" : parts.joined(separator: " ")
    }
}

extension Style {
    /// - Parameter page: the background that goes without saying.
    fileprivate func words(on page: Color) -> String {
        var parts = [foreground.word]
        if background != page { parts.append("on " + background.word) }
        return (parts + attributes.names).joined(separator: " ")
    }
}

extension Attributes {
    /// As theme files have them.
    var names: [String] {
        [
            (Attributes.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
            (.reverse, "reverse"),
        ].filter { contains($0.0) }.map(\.1)
    }
}
