import PaydownCore

/// The overview's lists beside the cards: what moved, the files with most findings, the next steps. Each row
/// leads somewhere; drawing, moving and `enter` use the same rows.
package struct OverviewSide: Equatable, Sendable {
    package let destinations: [OverviewDestination]

    /// Nil for parts that are no such list.
    package init?(_ part: Part, of model: Model) {
        switch part {
        case .moved: destinations = Self.movements(model).map(\.destination)
        case .hotFiles: destinations = model.shown.map(Self.files) ?? []
        case .why where model.place.screen == .overview:
            destinations = model.shown.map { NextStep.list($0).map(\.destination) } ?? []
        default: return nil
        }
    }

    package static func movements(_ model: Model) -> [Movement] {
        guard let now = model.shown, let before = model.archive.loaded(model.baseline) else { return [] }
        return Movement.list(from: before, to: now, comparison: model.comparison)
    }

    /// The selected row, the nearest one there is; nil without rows.
    package func row(_ part: Part, _ state: OverviewState) -> Int? {
        destinations.isEmpty ? nil : min(max(0, state.rows[part] ?? 0), destinations.count - 1)
    }

    /// The first row shown in that many, so that the selected one is among them.
    package static func top(selected: Int, count: Int, height: Int) -> Int {
        min(max(0, selected - max(0, height - 1)), max(0, count - height))
    }

    /// A file opens in the check that has most of its findings.
    private static func files(_ snapshot: LoadedSnapshot) -> [OverviewDestination] {
        snapshot.index.hotFiles.map { file in
            let most = file.byCheck.max { $0.count < $1.count }
            return .group(check: most?.check ?? "", grouping: .file, name: file.path)
        }
    }
}
