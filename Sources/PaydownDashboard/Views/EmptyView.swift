import PaydownScreen

/// What stands where there is nothing to show yet: what happened, and what to do.
enum EmptyView {
    static func draw(_ model: Model, on buffer: inout Buffer) {
        var y = buffer.height > 6 ? 1 : 0
        func line(_ text: String, _ ink: Ink, indent: Int) {
            buffer.write(text, x: min(indent, max(0, buffer.width - 1)), y: y, ink: ink, limit: buffer.width - indent)
            y += 1
        }
        let reading = model.archive.entries.compactMap { entry -> (name: String, fraction: Double)? in
            switch entry.content {
            case .loading(let fraction): (entry.name, fraction)
            case .waiting: (entry.name, 0)
            default: nil
            }
        }
        if let first = reading.first {
            line("Reading \(first.name)", .strong, indent: 3)
            line("\(Int(first.fraction * 100)) %", .muted, indent: 5)
        } else if !model.hasLooked {
            line("Looking for snapshots", .strong, indent: 3)
        } else if model.archive.failures.isEmpty {
            line("No snapshot yet", .strong, indent: 3)
            line("paydown browse FILE or FOLDER opens snapshots (*.json, *.json.gz).", .muted, indent: 5)
            if model.scan.obstacle == nil {
                let key = model.bindings.label(for: .rescan, model.glyphs)
                line("\(key) scans this project and makes the first one.", .muted, indent: 5)
            } else {
                line("paydown scan makes one of this project.", .muted, indent: 5)
            }
        } else {
            line("No snapshot could be read", .strong, indent: 3)
        }
        y += 1
        for entry in model.archive.failures.prefix(max(0, (buffer.height - y) / 3)) {
            guard case .failed(let message) = entry.content else { continue }
            line(entry.name, Ink(.bad), indent: 3)
            for part in Wrapping.lines(message, width: max(10, buffer.width - 6)).prefix(3) {
                line(part, .muted, indent: 5)
            }
        }
        for notice in model.notices.suffix(max(0, buffer.height - y)) {
            line(notice, Ink(.warn), indent: 3)
        }
    }
}
