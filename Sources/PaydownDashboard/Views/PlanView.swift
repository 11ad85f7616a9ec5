import PaydownCore
import PaydownScreen
import PaydownWidgets

/// The plan: phases with their dates, every target with the way it has come, and what is missing to the next.
enum PlanView: ScreenView {
    static func layout(_ model: Model, in size: Size) -> [PartFrame] {
        let rect = Rect(size)
        switch model.sizeClass {
        case .tiny, .narrow:
            return [PartFrame(.targets, rect)]
        case .small:
            guard size.height >= 14 else { return [PartFrame(.targets, rect)] }
            let (list, why) = rect.split(bottom: 7)
            return [PartFrame(.targets, list), PartFrame(.why, why)]
        case .medium, .large:
            let (list, rail) = rect.split(left: size.width * 2 / 3 - 1)
            let inner = rail.inset(left: 1)
            // What is missing takes the rows it needs, and a blank one.
            let missing = missingLines(model, width: inner.width).lines.count + 2
            let (why, metrics) = inner.split(top: max(6, min(missing, inner.height * 3 / 5)))
            let frames = [PartFrame(.targets, list), PartFrame(.why, why), PartFrame(.metrics, metrics)]
            // Where the whole plan leaves room, the way of the selected target fills it.
            let (upper, chart) = list.split(top: PlanContent(model).lines.count + 2)
            guard chart.height >= 10 else { return frames }
            return [PartFrame(.targets, upper), PartFrame(.chart, chart.inset(bottom: 1))] + frames.dropFirst()
        }
    }

    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer) {
        switch part {
        case .targets: drawTargets(model, isFocused, on: &buffer)
        case .why: drawMissing(model, isFocused, on: &buffer)
        case .metrics: drawGoldenPath(model, isFocused, on: &buffer)
        case .chart: drawChart(model, isFocused, on: &buffer)
        default: break
        }
    }

    static func path(_ model: Model) -> (crumbs: [String], facts: String) {
        let phases = model.phases
        var facts = phases.isEmpty ? ["no plan"] : ["\(phases.filter(\.isMet).count) of \(phases.count) phases met"]
        if model.sizeClass > .small, let due = phases.current?.phase.due {
            facts.append("next due " + WhenText.weekday(due, year: model.referenceDay.civil.year))
        }
        var crumbs = ["Plan"]
        let content = PlanContent(model)
        if let line = content.line(model.plan) {
            switch content.lines[line] {
            case .phase(let number), .protects(let number), .obstacle(let number, _), .target(let number, _, _):
                crumbs.append(content.phases[number].phase.name)
            case .gap: break
            }
        }
        return (crumbs, facts.joined(separator: " \(Character(model.glyphs.dot)) "))
    }

    static func hints(_ model: Model) -> [ActionID] {
        [.enter, .moveNextGroup, .partNext, .partZoom, .sinceOlder, .palette, .close]
    }

    static func status(_ model: Model) -> String {
        let targets = model.phases.flatMap(\.targets)
        let word = model.size.width < 50 ? "met" : "targets met"
        return targets.isEmpty ? "" : "\(targets.filter(\.isMet).count) of \(targets.count) \(word)"
    }
}
