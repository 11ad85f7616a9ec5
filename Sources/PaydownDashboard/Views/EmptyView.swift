import PaydownScreen

/// What stands where there is nothing to show yet: what happened, and what to do.
enum EmptyView {
    static func draw(_ model: Model, on buffer: inout Buffer) {
        var y = buffer.height > 6 ? 1 : 0
        let left = buffer.width >= 50 ? 3 : 1
        /// In as many rows as it takes: what to do stands at the end of a message.
        func line(_ text: String, _ ink: Ink, indent: Int = 0) {
            for part in Wrapping.lines(text, width: buffer.width - left - indent - 1) where y < buffer.height {
                buffer.write(part, x: left + indent, y: y, ink: ink)
                y += 1
            }
        }
        let reading = model.archive.entries.compactMap { entry -> (name: String, fraction: Double)? in
            switch entry.content {
            case .loading(let fraction): (entry.name, fraction)
            case .waiting: (entry.name, 0)
            default: nil
            }
        }
        if let first = reading.first {
            line("Reading \(first.name)", .strong)
            line("\(Int(first.fraction * 100)) %", .muted, indent: 2)
        } else if !model.hasLooked {
            line("Looking for snapshots", .strong)
        } else if model.archive.failures.isEmpty, !model.hasUnreadable {
            line("No snapshot yet", .strong)
            line("paydown browse FILE or FOLDER opens snapshots (*.json, *.json.gz).", .muted, indent: 2)
            if model.scan.obstacle == nil {
                let key = model.bindings.label(for: .rescan, model.glyphs)
                line("\(key) scans this project and makes the first one.", .muted, indent: 2)
            } else {
                line("paydown scan makes one of this project.", .muted, indent: 2)
            }
        } else {
            line("No snapshot could be read", .strong)
        }
        y += 1
        for entry in model.archive.failures.prefix(max(0, (buffer.height - y) / 3)) {
            guard case .failed(let message) = entry.content else { continue }
            line(entry.name, Ink(.bad))
            line(message, .muted, indent: 2)
        }
        for notice in model.notices.suffix(max(0, buffer.height - y)) {
            line(notice, Ink(.warn))
        }
    }
}
