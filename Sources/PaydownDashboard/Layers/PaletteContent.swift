import PaydownCore

/// What the palette offers for what is typed: actions, screens, groups, tests, snapshots, themes.
struct PaletteContent: Equatable, Sendable {
    enum Target: Equatable, Sendable {
        case action(ActionID)
        case theme(String)
        case check(String)
        case group(check: String, name: String)
        case test(GoldenState.TestID)
        case snapshot(SnapshotID)
        case baseline(SnapshotID?)
    }

    struct Entry: Equatable, Sendable {
        var title: String
        /// The key that does the same, so that the palette teaches it.
        var key: String
        var target: Target
    }

    /// What there is, whatever is typed.
    let offer: PaletteOffer
    /// Best first, at most 200.
    let entries: [Entry]
    /// How many there are without what is typed.
    var total: Int { offer.entries.count }

    init(_ offer: PaletteOffer, input: String) {
        self.offer = offer
        let words = input.split(separator: " ").map { FuzzyMatch(String($0)) }
        guard !words.isEmpty else {
            entries = Array(offer.entries.prefix(Self.most))
            return
        }
        // What contains the text as typed comes before what only has its letters; else the order stays.
        let rank = Rank(input.lowercased())
        var places = [[Int]](repeating: [], count: Rank.count)
        for (place, entry) in offer.entries.enumerated() {
            var title = entry.title
            title.withUTF8 { title in
                guard words.allSatisfy({ $0.matches(title) }) else { return }
                places[rank.of(title)].append(place)
            }
        }
        entries = places.joined().prefix(Self.most).map { offer.entries[$0] }
    }

    private static let most = 200

    /// How well a title fits what is typed, 0 for best.
    private struct Rank {
        static let count = 5

        private let typed: LiteralSearch
        private let behindColon: LiteralSearch

        /// - Parameter lowered: what is typed, without capitals.
        init(_ lowered: String) {
            typed = LiteralSearch(Array(lowered.utf8), ignoresCase: true)
            behindColon = LiteralSearch(Array((": " + lowered).utf8), ignoresCase: true)
        }

        func of(_ title: UnsafeBufferPointer<UInt8>) -> Int {
            let isBegin = typed.isFound(in: title, at: 0)
            if isBegin && title.count == typed.count { return 0 }
            if behindColon.isFound(in: title, at: title.count - behindColon.count) { return 0 }
            if isBegin { return 1 }
            if behindColon.isFound(in: title) { return 2 }
            return typed.isFound(in: title) ? 3 : 4
        }
    }
}
