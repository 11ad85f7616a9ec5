import PaydownCore

/// The life of a finding as JSON, for programs.
package enum LifeDocument {
    package static func text(_ story: LifeStory) throws(SnapshotError) -> String {
        var text = JSONText()
        try text.object { (text) throws(SnapshotError) in
            text.member("fingerprint", story.fingerprint)
            text.member("rule", story.finding.rule)
            text.member("path", story.finding.path)
            text.optional("line", story.finding.line)
            text.optional("symbol", story.finding.symbol)
            text.optional("scope", story.finding.scope)
            text.optional("message", story.finding.message)
            text.member("present", story.isPresent)
            text.member("days", story.age)
            text.member("returned", story.returns)
            text.key("events")
            try text.objects(story.events, onLines: true) { (text, event) throws(SnapshotError) in
                append(event, to: &text)
            }
        }
        return text.withBytes { String(decoding: $0, as: UTF8.self) } + "\n"
    }

    private static func append(_ event: LifeStory.Event, to text: inout JSONText) {
        text.member("event", event.change.word)
        text.member("takenAt", event.takenAt.iso)
        text.optional("commit", event.revision?.commit ?? "")
        if event.isOldest { text.member("oldest", true) }
        text.member("path", event.place.path)
        text.optional("line", event.place.line)
        if case .moved(let from) = event.change {
            text.member("fromPath", from.path)
            text.optional("fromLine", from.line)
        }
        text.optional("stage", event.stage)
        text.optional("by", event.culprit)
    }
}

extension LifeLine.Change {
    fileprivate var word: String {
        switch self {
        case .born: "born"
        case .moved: "moved"
        case .edited: "edited"
        case .fixed: "fixed"
        case .gone: "gone"
        case .unseen: "unseen"
        case .returned: "returned"
        case .seenAgain: "seen-again"
        }
    }
}
