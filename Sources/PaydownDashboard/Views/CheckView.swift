import PaydownCore
import PaydownScreen
import PaydownWidgets

/// A check as a tree of groups and findings, with the source, the reasons, and duplicates side by side.
enum CheckView: ScreenView {
    static func layout(_ model: Model, in size: Size) -> [PartFrame] {
        let whole = Rect(size)
        guard model.isPreviewShown, model.sizeClass >= .small, model.shown != nil else {
            return [PartFrame(.list, whole)]
        }
        if model.sizeClass == .small || model.isAccessible { return stacked(model, in: whole) }
        return besideEachOther(model, in: whole)
    }

    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer) {
        switch part {
        case .preview where CompareView.isActive(model): CompareView.drawLines(model, isFocused: isFocused, on: &buffer)
        case .preview: drawPreview(model, isFocused: isFocused, on: &buffer)
        case .members: CompareView.drawMembers(model, isFocused: isFocused, on: &buffer)
        case .why: drawWhy(model, isFocused: isFocused, on: &buffer)
        default: drawList(model, isFocused: isFocused, on: &buffer)
        }
    }

    static func decorate(_ model: Model, frames: [PartFrame], on buffer: inout Buffer) {
        guard !model.isAccessible, let right = frames.first(where: { $0.part != .list })?.rect, right.x > 2 else {
            return
        }
        for y in 1..<max(1, buffer.height) {
            buffer.put(buffer.glyphs.split, x: right.x - 2, y: y, ink: Ink(.rule))
        }
    }

    static func hints(_ model: Model) -> [ActionID] {
        if model.shown == nil { return [.goLast, .close] }
        if let listing = model.checkState.tree.listing, listing.groups.isEmpty {
            let filtered: [ActionID] = model.checkState.filter.isEmpty ? [] : [.back, .findFilter]
            let hidden: [ActionID] = model.hidden.isEmpty ? [] : [.showHidden]
            let changes: [ActionID] = model.onlyChanges ? [.sinceToggle] : []
            return filtered + changes + hidden + [.sinceBaseline, .sinceOlder]
        }
        if CompareView.isActive(model) {
            return [.findNext, .pairSwap, .onlyDifferences, .edit, .yank, .partZoom, .findFilter]
        }
        if model.place.zoomed != nil { return [.enter, .edit, .yank, .partZoom, .back] }
        return [.enter, .edit, .mark, .yank, .sort, .group, .findFilter]
    }

    static func status(_ model: Model) -> String {
        guard let place = place(in: model.checkState.tree) else { return "" }
        let status = "\(CountText.number(place.number))/\(CountText.number(place.count))"
        return model.marks.isEmpty ? status : "\(model.marks.count) marked  " + status
    }

    /// Which group is selected, or which finding of its group, 1-based, and of how many.
    static func place(in tree: TreeState) -> (number: Int, count: Int)? {
        guard let listing = tree.listing, let selected = tree.selected, !listing.groups.isEmpty else { return nil }
        guard let child = selected.child, listing.groups.indices.contains(selected.group) else {
            return (selected.group + 1, listing.groups.count)
        }
        return (child + 1, listing.groups[selected.group].range.count)
    }

    /// The list above, the preview below.
    private static func stacked(_ model: Model, in whole: Rect) -> [PartFrame] {
        guard whole.height >= 10 else { return [PartFrame(.list, whole)] }
        let isComparing = CompareView.isActive(model)
        let usual = isComparing ? whole.height * 2 / 3 : 8
        let below = min(max(4, usual + model.previewBias), whole.height - 4)
        let (list, rest) = whole.split(bottom: below)
        guard isComparing else { return [PartFrame(.list, list), PartFrame(.preview, rest)] }
        guard CompareView.hasLines(model) else { return [PartFrame(.list, list), PartFrame(.members, rest)] }
        let (lines, members) = rest.split(bottom: min(5, below / 2))
        return [PartFrame(.list, list), PartFrame(.preview, lines), PartFrame(.members, members)]
    }

    /// The list on the left, the preview on the right, reasons below it.
    private static func besideEachOther(_ model: Model, in whole: Rect) -> [PartFrame] {
        let isLarge = model.sizeClass == .large
        let isDuplicates = isDuplicates(model)
        let usual = isLarge ? (isDuplicates ? whole.width * 3 / 10 : whole.width * 62 / 100) : isDuplicates ? 44 : 54
        let width = min(max(24, usual - model.previewBias), whole.width - 30)
        let left = whole.split(left: width).left
        let right = whole.split(left: width + 3).rest
        let list = PartFrame(.list, left)
        guard CompareView.isActive(model) else {
            // Without the source there is a line to show and a sentence; the reasons get the room.
            let (preview, why) = right.split(top: model.isSourceMissing ? 7 : right.height * 3 / 5)
            return [list, PartFrame(.preview, preview), PartFrame(.why, why)]
        }
        guard CompareView.hasLines(model) else { return [list, PartFrame(.members, right)] }
        let (lines, members) = right.split(top: right.height / 2)
        return [list, PartFrame(.preview, lines), PartFrame(.members, members)]
    }

    /// Whether the check is the one whose findings are compared with each other.
    static func isDuplicates(_ model: Model) -> Bool {
        model.check?.id == "duplicates" || model.check?.id == model.check(of: .duplicates)?.id
    }
}
