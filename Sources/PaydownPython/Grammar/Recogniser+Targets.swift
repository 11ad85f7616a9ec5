/// Targets of `for`, `as` and comprehensions, which are read as primaries and then judged.
extension Recogniser {
    /// One target or several with commas, as after `for`.
    mutating func readTargets() throws(Refusal) {
        try readTarget()
        while accept(.comma) {
            if kind == .kwIn { break }
            try readTarget()
        }
    }

    mutating func readTarget() throws(Refusal) {
        if kind == .star { next() }
        let place = lexer.start
        let target = try readPrimary()
        guard target.has(.assignable) else { throw refuse(.assignTarget, at: place) }
    }
}
