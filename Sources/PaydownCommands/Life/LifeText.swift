import PaydownCore

/// The life of a finding for people: what it is, then what happened to it, an event a line.
enum LifeText {
    static func text(_ story: LifeStory) -> String {
        let finding = story.finding
        var lines = ["\(story.fingerprint)  \(finding.rule)", "  " + what(finding)]
        lines.append("  " + place(finding.path, finding.line) + (finding.scope.isEmpty ? "" : ", in \(finding.scope)"))
        if !finding.excerpt.isEmpty { lines.append("  " + finding.excerpt) }
        lines.append("")
        for event in story.events {
            lines.append("  \(event.takenAt.day.iso)  \(commit(event))  \(sentence(event))")
            if !event.culprit.isEmpty { lines.append(String(repeating: " ", count: 25) + "by " + event.culprit) }
        }
        lines += ["", "  " + end(story)]
        return lines.map { PlainLine.of($0) + "\n" }.joined()
    }

    private static func what(_ finding: Finding) -> String {
        finding.message.isEmpty ? finding.symbol : finding.message
    }

    private static func commit(_ event: LifeStory.Event) -> String {
        let commit = event.revision?.shortCommit ?? ""
        return commit.isEmpty ? "no commit" : commit
    }

    private static func sentence(_ event: LifeStory.Event) -> String {
        let place = place(event.place.path, event.place.line)
        switch event.change {
        case .born:
            return event.isOldest ? "there when the oldest snapshot was taken, in \(place)" : "came in \(place)"
        case .moved(let from):
            return "moved from \(self.place(from.path, from.line)) to \(place) (\(stage(event.stage)))"
        case .edited: return "edited in \(place) (\(stage(event.stage)))"
        case .fixed: return "fixed; it was in \(place)"
        case .gone: return "gone with its file \(event.place.path)"
        case .unseen: return "not looked for: its file or its rule was not seen; it was in \(place)"
        case .returned: return "came back in \(place)\(matched(event.stage))"
        case .seenAgain: return "seen again in \(place)\(matched(event.stage))"
        }
    }

    private static func matched(_ number: Int) -> String {
        number == 0 ? "" : " (\(stage(number)))"
    }

    /// What was the same, as the stages of matching have it.
    private static func stage(_ number: Int) -> String {
        switch number {
        case 1: "stage 1: its file or the renamed one has the same statement in the same scope"
        case 2: "stage 2: the same subject in the same scope, with another statement"
        case 3: "stage 3: the same statement in another scope"
        case 4: "stage 4: the same statement in a scope of the same name, in another file"
        default: "not matched"
        }
    }

    private static func end(_ story: LifeStory) -> String {
        let days = story.age == 1 ? "1 day" : "\(story.age) days"
        let returns =
            switch story.returns {
            case 0: ""
            case 1: "; it came back once"
            default: "; it came back \(story.returns) times"
            }
        if story.isPresent {
            let least = story.events.first?.isOldest == true ? "at least " : ""
            return "It is there on \(story.now.day.iso), after \(least)\(days)\(returns)."
        }
        if story.events.last?.change == .unseen { return "Whether it is still there is not known\(returns)." }
        return "It lasted \(days)\(returns)."
    }

    private static func place(_ path: String, _ line: Int) -> String {
        if path.isEmpty { return "the project" }
        return line > 0 ? "\(path):\(line)" : path
    }
}
