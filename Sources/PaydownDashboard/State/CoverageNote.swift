import PaydownCore
import PaydownScreen

/// What a scan saw, in words, and what keeps two snapshots from comparing.
package enum CoverageNote {
    package enum Length {
        case full
        case short
        case shortest
    }

    /// `9 967 files · 9 957 parsed · 10 unparsed · 0 excluded`; `10 of 9 967 files unparsed` in short, `10 unparsed`
    /// where that is too long.
    package static func line(_ coverage: Coverage, _ length: Length, _ glyphs: GlyphSet) -> String {
        guard coverage.files > 0 else { return "" }
        let files = CountText.number(coverage.files)
        if length != .full {
            let lost = coverage.files - coverage.parsed
            if lost == 0 { return files + " files" }
            return CountText.number(lost) + (length == .short ? " of \(files) files unparsed" : " unparsed")
        }
        var parts = [
            files + " files", CountText.number(coverage.parsed) + " parsed",
            CountText.number(coverage.unparsed) + " unparsed",
        ]
        if coverage.unreadable > 0 { parts.append(CountText.number(coverage.unreadable) + " unreadable") }
        if coverage.tooLarge > 0 { parts.append(CountText.number(coverage.tooLarge) + " too large") }
        if coverage.notScanned > 0 { parts.append(CountText.number(coverage.notScanned) + " not scanned") }
        parts.append(CountText.number(coverage.excluded) + " excluded")
        return parts.joined(separator: " \(Character(glyphs.dot)) ")
    }

    /// Names the rules where there are few and the snapshots tell.
    private static func rules(_ epoch: RuleEpoch, _ header: SnapshotHeader) -> String? {
        guard epoch.isDigestChanged, epoch.isChanged else { return nil }
        let names = (epoch.redefined + epoch.appeared).map {
            header.rule($0).map { $0.title.isEmpty ? $0.id : $0.title } ?? $0
        }
        if epoch.isUntold || names.isEmpty || names.count > 2 {
            return "Rules changed since the baseline: counts do not compare."
        }
        return "Changed since the baseline, so that counts do not compare: \(names.joined(separator: ", "))."
    }

    /// Why counts of the two do not compare, each a sentence; worst first.
    package static func warnings(from baseline: SnapshotHeader?, to header: SnapshotHeader) -> [String] {
        var warnings: [String] = []
        if let baseline {
            if let warning = rules(RuleEpoch(old: baseline, new: header), header) { warnings.append(warning) }
            let more = lost(header.coverage) - lost(baseline.coverage)
            // A file or two with a typing error is a working day; more hides findings.
            if more >= 5 {
                warnings.append(
                    "\(CountText.number(more)) more files unparsed than at the baseline: a fall is not progress.")
            }
            let excluded = header.coverage.excluded - baseline.coverage.excluded
            if excluded >= 5 {
                warnings.append("\(CountText.number(excluded)) more files excluded than at the baseline.")
            }
        }
        if let percent = header.coverage.percent, percent < 98 {
            let text = numberText((percent * 10).rounded(.down) / 10)
            warnings.append("Only \(text) % of the files are in these numbers: counts may be low.")
        }
        return warnings
    }

    private static func lost(_ coverage: Coverage) -> Int {
        coverage.unparsed + coverage.unreadable + coverage.tooLarge + coverage.notScanned
    }
}
