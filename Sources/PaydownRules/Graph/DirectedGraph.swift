/// Names and arrows between them, walked in the order of the names, so that nothing depends on the order of adding.
struct DirectedGraph {
    private(set) var numbers: [String: Int] = [:]
    private(set) var names: [String] = []
    private var targets: [Set<Int>] = []

    mutating func connect(_ from: String, _ to: String) {
        let from = number(of: from)
        let to = number(of: to)
        targets[from].insert(to)
    }

    mutating func number(of name: String) -> Int {
        if let number = numbers[name] { return number }
        let number = names.count
        numbers[name] = number
        names.append(name)
        targets.append([])
        return number
    }

    func neighbours(of number: Int) -> [Int] {
        targets[number].sorted { names[$0] < names[$1] }
    }

    /// All numbers in the order of their names.
    var ordered: [Int] {
        names.indices.sorted { names[$0] < names[$1] }
    }

    /// The cycles that one depth-first walk over all names meets: one for each arrow back to a name that the walk is
    /// still at. Not all cycles there are, of which there may be exponentially many, but none when there are none.
    ///
    /// - Returns: names in the order of the cycle, each beginning with its smallest.
    func cyclesOfOneWalk() -> [[String]] {
        var cycles: [[String]] = []
        var isDone = [Bool](repeating: false, count: names.count)
        var depth = [Int?](repeating: nil, count: names.count)
        for root in ordered where !isDone[root] {
            var path = [(node: root, rest: neighbours(of: root)[...])]
            depth[root] = 0
            while let last = path.indices.last {
                guard let next = path[last].rest.popFirst() else {
                    depth[path[last].node] = nil
                    isDone[path[last].node] = true
                    path.removeLast()
                    continue
                }
                if let start = depth[next] {
                    cycles.append(Self.turned(path[start...].map { names[$0.node] }))
                } else if !isDone[next] {
                    depth[next] = path.count
                    path.append((next, neighbours(of: next)[...]))
                }
            }
        }
        return cycles
    }

    /// A cycle from its smallest name on: the same whatever name it was met at.
    static func turned(_ cycle: [String]) -> [String] {
        guard let smallest = cycle.indices.min(by: { cycle[$0] < cycle[$1] }) else { return cycle }
        return Array(cycle[smallest...] + cycle[..<smallest])
    }
}
