/// What a newer snapshot could not see that an older one saw: what is missing there is not fixed.
package struct CoverageChange: Equatable, Sendable {
    /// Files parsed of all files, 0...100; nil without files.
    package let before: Double?
    package let after: Double?
    /// Files and folders that are out of sight now and were not before, in the newer snapshot's order.
    package let hidden: [Coverage.Problem]

    package init(from old: Coverage, to new: Coverage) {
        before = old.percent
        after = new.percent
        let known = Set(old.problems.map(\.path))
        hidden = new.problems.filter { !known.contains($0.path) }
    }

    /// Whether fewer of the files are in the numbers.
    package var isFall: Bool {
        guard let before, let after else { return false }
        return after < before
    }
}
