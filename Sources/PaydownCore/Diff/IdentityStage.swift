/// What two findings must have in common to be the same one, from the strictest on; the file is looked at before.
enum IdentityStage: UInt8 {
    /// Rule, subject, scope, statement.
    case statementInScope = 1
    /// Rule, subject, scope.
    case scope = 2
    /// Rule, subject, statement.
    case statement = 3
    /// Rule, subject, scope, statement, in whatever file.
    case anywhere = 4

    static let inFile: [IdentityStage] = [.statementInScope, .scope, .statement]

    var number: UInt8 { rawValue }

    var usesScope: Bool { self != .statement }

    var usesStatement: Bool { self != .scope }
}

extension IdentityRows {
    @inline(__always)
    func isEqual(_ left: Int, _ right: Int, in stage: IdentityStage) -> Bool {
        rule[left] == rule[right] && subject[left] == subject[right]
            && (!stage.usesScope || scope[left] == scope[right])
            && (!stage.usesStatement || statement[left] == statement[right])
    }

    @inline(__always)
    func hash(_ row: Int, in stage: IdentityStage) -> UInt64 {
        var hash = TextHash()
        hash.feed(UInt64(rule[row]) << 32 | UInt64(subject[row]))
        let second = stage.usesScope ? scope[row] : 0
        let third = stage.usesStatement ? statement[row] : 0
        hash.feed(UInt64(second) << 32 | UInt64(third))
        return hash.finished(count: 2)
    }
}
