/// Which signs somebody wants frames drawn with.
package enum GlyphChoice: String, CaseIterable, Sendable {
    /// Unicode where locale and terminal allow.
    case auto
    case unicode
    case ascii
}
