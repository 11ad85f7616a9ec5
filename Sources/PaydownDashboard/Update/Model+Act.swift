import PaydownCore

extension Model {
    mutating func act(_ id: ActionID) -> [Effect] {
        switch id {
        case .enter: return enter()
        case .edit: return edit()
        case .editMarked: return [.edit(marks.locations)]
        case .mark: return mark()
        case .markGroup: return markGroup()
        case .yank: layers.append(.whichKey(.yank))
        case .yankPlace, .yankPath, .yankName, .yankText, .yankSource, .yankMarkdown, .yankJSON, .yankOwner,
            .yankMarked:
            return yank(id)
        case .yankPage: return [.copy(text: PageMarkdown.text(self), what: "this page as Markdown")]
        case .hide: return hide()
        case .showHidden:
            let count = hidden.count
            hidden = []
            if count == 0 { return show(Toast("nothing is hidden")) }
            return show(Toast("\(CountText.counted(count, "hidden finding")) shown again"))
        case .rescan: return beginScan(.changed)
        case .rescanAll: return beginScan(.all)
        case .pairSwap: checkState.isSwapped.toggle()
        case .onlyDifferences: checkState.onlyDifferences.toggle()
        case .watchPause: return togglePause()
        case .watchFollow: return followNewest()
        case .onlyFailures: golden.onlyFailures.toggle()
        default: break
        }
        return []
    }

    /// Where the editor would open: the selected finding's or test's place.
    package var selectedLocation: Effect.Location? {
        if isListScreen, let finding = checkState.tree.selectedFinding, !finding.path.isEmpty {
            return Effect.Location(path: finding.path, line: finding.line)
        }
        if place.screen == .goldenPath, let test = selectedTest, !test.path.isEmpty {
            return Effect.Location(path: test.path, line: test.line)
        }
        return nil
    }

    mutating func edit() -> [Effect] {
        guard let location = selectedLocation else { return show(Toast("this names no file to open")) }
        return [.edit([location])]
    }

    private mutating func mark() -> [Effect] {
        guard let finding = checkState.tree.selectedFinding else { return [] }
        if checkState.tree.selected?.child == nil { return markGroup() }
        marks.toggle(FindingIdentity(finding), at: Effect.Location(path: finding.path, line: finding.line))
        _ = move(.list, by: 1)
        return []
    }

    /// Marks all findings of the group, or none when all were marked.
    private mutating func markGroup() -> [Effect] {
        guard let listing = checkState.tree.listing, let group = checkState.tree.selectedGroup else { return [] }
        guard group.range.count <= 10_000 else {
            return show(Toast("more than 10 000 findings: filter first", kind: .warning))
        }
        let findings = group.range.map { listing.finding($0) }
        let areAllMarked = findings.allSatisfy { marks.contains(FindingIdentity($0)) }
        for finding in findings {
            let identity = FindingIdentity(finding)
            if areAllMarked {
                marks.remove(identity)
            } else {
                marks.insert(identity, at: Effect.Location(path: finding.path, line: finding.line))
            }
        }
        return show(Toast("\(marks.count) marked"))
    }

    private mutating func hide() -> [Effect] {
        guard let listing = checkState.tree.listing, let selected = checkState.tree.selected else { return [] }
        if selected.child != nil, let finding = checkState.tree.selectedFinding {
            hidden.insert(FindingIdentity(finding))
        } else if let group = checkState.tree.selectedGroup, group.range.count <= 10_000 {
            for index in group.range { hidden.insert(FindingIdentity(listing.finding(index))) }
        }
        let show = bindings.label(for: .showHidden, glyphs)
        let them = hidden.count == 1 ? "it" : "them"
        return self.show(Toast("\(hidden.count) hidden until restart  (\(show) shows \(them))"))
    }

    private func yank(_ id: ActionID) -> [Effect] {
        if id == .yankMarked {
            let text = marks.locations.map { "\($0.path):\($0.line)" }.joined(separator: "\n")
            return [.copy(text: text, what: "\(marks.count) places")]
        }
        guard let location = selectedLocation else { return [] }
        let place = location.line > 0 ? "\(location.path):\(location.line)" : location.path
        let finding = isListScreen ? checkState.tree.selectedFinding : nil
        switch id {
        case .yankPlace: return [.copy(text: place, what: "path:line")]
        case .yankPath: return [.copy(text: location.path, what: "path")]
        case .yankName: return [.copy(text: finding?.symbol ?? selectedTest?.name ?? "", what: "name")]
        case .yankText: return [.copy(text: finding?.message ?? selectedTest?.message ?? "", what: "finding text")]
        case .yankSource: return [.copy(text: sourceLines(finding), what: "source lines")]
        case .yankMarkdown:
            let title = finding.map { $0.message.isEmpty ? $0.symbol : $0.message } ?? selectedTest?.message ?? ""
            return [.copy(text: "- `\(place)` \(title)", what: "Markdown")]
        case .yankOwner: return [.copy(text: selectedOwner ?? "", what: "owner")]
        case .yankJSON:
            let json = finding.map(FindingJSON.text) ?? selectedTest.map(FindingJSON.text) ?? "{}"
            return [.copy(text: json, what: "JSON")]
        default: return []
        }
    }

    /// Who owns the selected finding's file; nil when nothing is known of owners or nobody is named.
    package var selectedOwner: String? {
        guard isListScreen, let owners = shown?.owners, let listing = checkState.tree.listing,
            let index = checkState.tree.selectedIndex, !listing.isFixed(index), listing.current === shown
        else { return nil }
        let text = owners.text(listing.current.findings.path[Int(listing.rows[index])])
        return text.isEmpty ? nil : text
    }

    /// The flagged lines as they stand in the source, else the stored excerpt.
    private func sourceLines(_ finding: Finding?) -> String {
        guard let finding else { return selectedTest?.details ?? "" }
        if preview?.path == finding.path, case .lines(let lines) = preview?.content, finding.line > 0,
            finding.line <= lines.count
        {
            return lines[(finding.line - 1)..<min(lines.count, max(finding.line, finding.endLine))]
                .joined(separator: "\n")
        }
        return finding.excerpt
    }
}
