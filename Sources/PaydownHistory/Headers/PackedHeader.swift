import PaydownCore

/// A snapshot's header in parts, by how seldom they change.
///
/// A performance file: a thousand headers are read before the first frame of a dashboard. What is the same in most
/// snapshots (rules with their help, the plan, the names of tests) is a part of its own, stored once for all that share it,
/// and decoded once; a snapshot's own bytes are little more than its numbers.
struct PackedHeader: Equatable {
    /// Numbers, the moment, the revision.
    var values: [UInt8] = []
    /// Project, tool, plan, rules, checks and metrics without their values.
    var frame: [UInt8] = []
    /// The tests without how long they took.
    var tests: [UInt8] = []
    /// Files that do not count, and findings that are accepted.
    var problems: [UInt8] = []
    /// The header as JSON text when it says something that the parts cannot hold; empty as a rule.
    var exact: [UInt8] = []
}
