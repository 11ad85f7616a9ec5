extension DirectedGraph {
    /// The groups of names that all reach each other, two or more each, and names that reach themselves.
    ///
    /// Tarjan (1972), with a stack of its own instead of recursion: import graphs are deep. Groups are in the order of
    /// their smallest names, and sorted.
    func knots() -> [[Int]] {
        var walk = KnotWalk(count: names.count)
        for root in ordered { walk.run(from: root, in: self) }
        let rank = Dictionary(uniqueKeysWithValues: zip(ordered, names.indices))
        let groups = walk.groups.filter { $0.count > 1 || neighbours(of: $0[0]).contains($0[0]) }
        return groups.map { $0.sorted { rank[$0, default: 0] < rank[$1, default: 0] } }
            .sorted { rank[$0[0], default: 0] < rank[$1[0], default: 0] }
    }

    /// Arrows whose removal leaves no cycle, few of them: for knots of up to twelve names as few as possible, for
    /// larger ones the arrows against the order of Eades, Lin and Smyth (1993).
    func feedbackEdges() -> [(from: String, to: String)] {
        knots().flatMap { knot -> [(from: String, to: String)] in
            let order = knot.count <= Self.exactLimit ? exactOrder(of: knot) : greedyOrder(of: knot)
            let rank = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
            return knot.flatMap { from in
                neighbours(of: from).filter { to in
                    guard let before = rank[from], let after = rank[to] else { return false }
                    return after <= before
                }.map { (names[from], names[$0]) }
            }
        }
    }

    /// 2¹² sets times twelve names; 2²⁰ would be a second.
    private static let exactLimit = 12

    /// The order with the fewest arrows from later to earlier, by dynamic programming over sets of names.
    private func exactOrder(of knot: [Int]) -> [Int] {
        let count = knot.count
        let arrows = knot.map { from in
            let targets = Set(neighbours(of: from))
            return knot.indices.reduce(0) { targets.contains(knot[$1]) ? $0 | 1 << $1 : $0 }
        }
        var best = [Int](repeating: Int.max, count: 1 << count)
        var last = [Int](repeating: 0, count: 1 << count)
        best[0] = 0
        for set in 0..<(1 << count) {
            for name in 0..<count where set >> name & 1 == 0 {
                // Put behind the names of the set, it points back at those of them that it needs.
                let cost = best[set] + (arrows[name] & set).nonzeroBitCount
                let larger = set | 1 << name
                if cost < best[larger] {
                    best[larger] = cost
                    last[larger] = name
                }
            }
        }
        var order: [Int] = []
        var set = (1 << count) - 1
        while set != 0 {
            order.append(knot[last[set]])
            set &= ~(1 << last[set])
        }
        return order.reversed()
    }

    private func greedyOrder(of knot: [Int]) -> [Int] {
        var left = Set(knot)
        var outgoing: [Int: Set<Int>] = [:]
        var incoming: [Int: Set<Int>] = [:]
        for from in knot {
            for to in neighbours(of: from) where left.contains(to) && to != from {
                outgoing[from, default: []].insert(to)
                incoming[to, default: []].insert(from)
            }
        }
        var head: [Int] = []
        var tail: [Int] = []
        func drop(_ name: Int) {
            left.remove(name)
            for to in outgoing[name, default: []] { incoming[to]?.remove(name) }
            for from in incoming[name, default: []] { outgoing[from]?.remove(name) }
        }
        while !left.isEmpty {
            let names = knot.filter(left.contains)
            if let sink = names.first(where: { outgoing[$0, default: []].isEmpty }) {
                tail.append(sink)
                drop(sink)
            } else if let source = names.first(where: { incoming[$0, default: []].isEmpty }) {
                head.append(source)
                drop(source)
            } else {
                let surplus = { (name: Int) in outgoing[name, default: []].count - incoming[name, default: []].count }
                // Of equals the first.
                guard let best = names.max(by: { surplus($0) < surplus($1) }).map(surplus),
                    let name = names.first(where: { surplus($0) == best })
                else { break }
                head.append(name)
                drop(name)
            }
        }
        return head + tail.reversed()
    }
}

/// One run of Tarjan's algorithm.
private struct KnotWalk {
    private(set) var groups: [[Int]] = []
    private var index: [Int?]
    private var low: [Int]
    private var isOnStack: [Bool]
    private var stack: [Int] = []
    private var next = 0

    init(count: Int) {
        index = [Int?](repeating: nil, count: count)
        low = [Int](repeating: 0, count: count)
        isOnStack = [Bool](repeating: false, count: count)
    }

    mutating func run(from root: Int, in graph: DirectedGraph) {
        guard index[root] == nil else { return }
        var path = [(node: root, rest: begin(root, in: graph))]
        while let last = path.indices.last {
            let node = path[last].node
            if let target = path[last].rest.popFirst() {
                if let seen = index[target] {
                    if isOnStack[target] { low[node] = min(low[node], seen) }
                } else {
                    path.append((target, begin(target, in: graph)))
                }
                continue
            }
            path.removeLast()
            if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
            if low[node] == index[node] { close(node) }
        }
    }

    private mutating func begin(_ node: Int, in graph: DirectedGraph) -> ArraySlice<Int> {
        index[node] = next
        low[node] = next
        next += 1
        stack.append(node)
        isOnStack[node] = true
        return graph.neighbours(of: node)[...]
    }

    private mutating func close(_ node: Int) {
        var group: [Int] = []
        while let member = stack.popLast() {
            isOnStack[member] = false
            group.append(member)
            if member == node { break }
        }
        groups.append(group)
    }
}
