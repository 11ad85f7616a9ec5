/// What the recogniser knows of an expression it has read: its form, and what may be done with it.
///
/// A performance type: one register, built for every expression in a tree.
struct Expression {
    var traits: Traits
    var form: ValueForm

    @inline(__always)
    init(_ form: ValueForm, _ traits: Traits = []) {
        self.form = form
        self.traits = traits
    }

    @inline(__always)
    func has(_ trait: Traits) -> Bool {
        traits.rawValue & trait.rawValue != 0
    }

    static let other = Expression(.other)

    struct Traits: OptionSet {
        let rawValue: UInt16

        /// May stand left of `=`, after `for` or `as`.
        static let assignable = Traits(rawValue: 1)
        static let deletable = Traits(rawValue: 2)
        /// A name, attribute or subscription, in parentheses or not: may be augmented or annotated.
        static let single = Traits(rawValue: 4)
        /// A name without parentheses.
        static let bareName = Traits(rawValue: 8)
        /// `*x` without parentheses.
        static let starred = Traits(rawValue: 16)
        /// `x := y` without parentheses.
        static let walrus = Traits(rawValue: 32)
        /// `yield` without parentheses.
        static let yields = Traits(rawValue: 64)
        /// A bare or dotted name, parentheses looked through; the recogniser has its place.
        static let dotted = Traits(rawValue: 128)
        /// A call of a dotted name; the recogniser has its id.
        static let namedCall = Traits(rawValue: 256)
        /// One plain string token, not an f-string and not bytes; the recogniser has its place.
        static let plainString = Traits(rawValue: 512)
        /// Commas without parentheses around them.
        static let openTuple = Traits(rawValue: 1024)
        /// A generator expression without parentheses of its own.
        static let openGenerator = Traits(rawValue: 2048)
        /// A subscription of a dotted name, whose place the recogniser has in `subscripted`.
        static let namedSubscript = Traits(rawValue: 4096)

        static let target: Traits = [.assignable, .deletable, .single]
    }
}

/// Where a dotted name stands in the text.
struct DottedPlace {
    var start: UnsafePointer<UInt8>
    var end: UnsafePointer<UInt8>
    /// Where the last of its names begins.
    var lastStart: UnsafePointer<UInt8>
    /// Whether it is ASCII without whitespace or parentheses inside, so that its bytes are the name.
    var isPlain: Bool
}
