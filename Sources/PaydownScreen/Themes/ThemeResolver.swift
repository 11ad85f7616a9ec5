/// Makes a theme for a terminal out of a theme file and those it inherits from.
///
/// A role that a file does not have is looked up under its dotted parent (`text.muted`, then `text`), then
/// in the file's parent the same way, at last in `base`. The sets for 16 colours and for none inherit on their
/// own, each along the same line of files.
package struct ThemeResolver: Sendable {
    /// The theme itself, its parent, and so on; `base` last.
    package let lineage: [ThemeDocument]
    /// Every file's names in one: the child's before its parent's.
    private let palette: [String: (word: Positioned<ColorWord>, file: String)]

    /// - Parameter find: the document of a name, nil when there is none.
    package init(_ name: String, among known: [String], find: (String) -> ThemeDocument?) throws(ThemeError) {
        guard let first = find(name) else {
            throw .noSuchTheme(name: name, nearest: NearestName.of(name, among: known))
        }
        var lineage = [first]
        while let parent = lineage[lineage.count - 1].inherits {
            let child = lineage[lineage.count - 1]
            guard let next = find(parent.value) else {
                throw .unknownParent(
                    name: parent.value, file: child.file, at: parent.position,
                    nearest: NearestName.of(parent.value, among: known))
            }
            lineage.append(next)
            if lineage.dropLast().contains(where: { $0.name == next.name }) {
                throw .inheritanceCycle(
                    names: lineage.map(\.name), files: lineage.dropLast().map(\.file),
                    at: lineage[0].inherits?.position ?? parent.position)
            }
        }
        if lineage[lineage.count - 1].name != ThemeResolver.base, let base = find(ThemeResolver.base),
            // A user's own `base` may inherit as well; then its line is followed no further than itself.
            !lineage.contains(where: { $0.name == base.name })
        {
            lineage.append(base)
        }
        self.lineage = lineage
        var palette: [String: (word: Positioned<ColorWord>, file: String)] = [:]
        for document in lineage {
            for (name, word) in document.palette where palette[name] == nil { palette[name] = (word, document.file) }
        }
        self.palette = palette
    }

    /// The theme that ends every line.
    package static let base = "base"

    package var name: String { lineage[0].name }

    package var mode: Theme.Mode { lineage.lazy.compactMap(\.mode).first ?? .any }

    package var pair: String? { lineage[0].pair?.value }

    /// Every ink at a depth.
    package func theme(_ depth: ColorDepth) throws(ThemeError) -> Theme {
        let painter = InkPainter(looks: try looks(depth))
        return Theme(name: name, mode: mode, style: painter.style)
    }

    /// Every role at a depth, by `Role.rawValue`.
    package func looks(_ depth: ColorDepth) throws(ThemeError) -> [RoleLook] {
        var looks: [RoleLook] = []
        looks.reserveCapacity(Role.allCases.count)
        for role in Role.allCases { looks.append(try look(role, depth)) }
        return looks
    }

    /// Every file's unknown colours, not only the first.
    package func colorErrors() -> [ThemeError] {
        var errors: [ThemeError] = []
        for document in lineage {
            for styles in [document.roles, document.roles16] {
                for style in styles.values {
                    for word in [style.foreground, style.background] {
                        do throws(ThemeError) {
                            _ = try color(word, in: document.file)
                        } catch {
                            if !errors.contains(error) { errors.append(error) }
                        }
                    }
                }
            }
        }
        for (name, entry) in palette {
            do throws(ThemeError) {
                _ = try color(Positioned(.palette(name), at: entry.word.position), in: entry.file)
            } catch {
                if !errors.contains(error) { errors.append(error) }
            }
        }
        return errors.sorted { ($0.position?.line ?? 0, $0.sentence) < ($1.position?.line ?? 0, $1.sentence) }
    }

    private func look(_ role: Role, _ depth: ColorDepth) throws(ThemeError) -> RoleLook {
        switch depth {
        case .trueColor:
            return try look(role, in: \.roles) ?? RoleLook()
        case .indexed:
            let look = try look(role, .trueColor)
            return RoleLook(
                foreground: look.foreground?.quantised, background: look.background?.quantised,
                attributes: look.attributes)
        case .sixteen:
            guard lineage.contains(where: { !$0.roles16.isEmpty }) else {
                return sixteenByHue(try look(role, .trueColor), role)
            }
            if let look = try look(role, in: \.roles16) { return look }
            guard let base = lineage.last, let style = ThemeResolver.style(role, in: base.roles) else {
                return RoleLook()
            }
            return sixteenByHue(try resolved(style, in: base.file), role)
        case .eight:
            let look = try look(role, .sixteen)
            return RoleLook(
                foreground: look.foreground?.withoutBright, background: look.background?.withoutBright,
                attributes: look.attributes)
        case .mono:
            guard let look = try look(role, in: \.rolesMono) else { return RoleLook() }
            // Dim is grey, and grey is a colour to those who asked for none.
            return RoleLook(attributes: look.attributes.subtracting(.dim))
        }
    }

    private func look(
        _ role: Role, in styles: (ThemeDocument) -> [Role: RoleStyle]
    ) throws(ThemeError) -> RoleLook? {
        for document in lineage {
            if let style = ThemeResolver.style(role, in: styles(document)) {
                return try resolved(style, in: document.file)
            }
        }
        return nil
    }

    private static func style(_ role: Role, in styles: [Role: RoleStyle]) -> RoleStyle? {
        styles[role] ?? role.parent.flatMap { style($0, in: styles) }
    }

    private func resolved(_ style: RoleStyle, in file: String) throws(ThemeError) -> RoleLook {
        RoleLook(
            foreground: try color(style.foreground, in: file), background: try color(style.background, in: file),
            attributes: style.attributes)
    }

    private func color(_ word: Positioned<ColorWord>?, in file: String) throws(ThemeError) -> Color? {
        guard var word else { return nil }
        var file = file
        var seen: Set<String> = []
        while true {
            guard case .palette(let name) = word.value else { break }
            guard seen.insert(name).inserted else {
                throw .paletteCycle(name: name, file: file, at: word.position)
            }
            guard let entry = palette[name] else {
                throw .unknownColor(
                    name: name, file: file, at: word.position,
                    nearest: NearestName.of(name, among: palette.keys.sorted() + ColorWord.ansiNames + ["default"]))
            }
            (word, file) = entry
        }
        guard case .color(let color) = word.value else { return nil }
        return color
    }

    /// Derived when no file of the line has a set for 16 colours: hues on the terminal's own ground.
    private func sixteenByHue(_ look: RoleLook, _ role: Role) -> RoleLook {
        guard look.background?.components != nil else {
            return RoleLook(
                foreground: look.foreground?.sixteenByHue, background: look.background, attributes: look.attributes)
        }
        // A mixed background has no twin among sixteen: reverse stands for it where it carries meaning.
        switch role {
        case .selectionInactive: return RoleLook(attributes: look.attributes.union(.bold))
        case .background, .backgroundRaised, .backgroundStripe: return RoleLook(attributes: look.attributes)
        default: return RoleLook(attributes: look.attributes.union(.reverse))
        }
    }
}

extension Role {
    /// The role that stands in for a missing one: `text` for `text.muted`. Nil for names without a dot, and where
    /// the first part is no role, as in `series.plan`.
    package var parent: Role? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return Role(name: String(name[..<dot]))
    }

    /// The role of a name in theme files.
    package init?(name: String) {
        guard let role = Role.byName[name] else { return nil }
        self = role
    }

    /// Whether a name is what others have before their last dot: `text` and `series`, but not `good`.
    package static func isFamily(_ name: String) -> Bool {
        families.contains(name)
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    private static let families = Set(
        allCases.compactMap { role in role.name.lastIndex(of: ".").map { String(role.name[..<$0]) } })
}
