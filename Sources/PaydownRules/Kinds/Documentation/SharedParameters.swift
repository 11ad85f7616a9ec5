/// Parameters that several kinds have.
extension KindDocumentation.Parameter {
    static let importIgnore = KindDocumentation.Parameter(
        "ignore", .choices(ImportFilter.Ignored.allCases.map(\.rawValue)),
        "Imports that do not count; those under `TYPE_CHECKING` when nothing is written.")

    static let importExcept = KindDocumentation.Parameter(
        "except", .strings,
        "Imports that do not count, as `app.a -> app.b`; `*` stands for one part of a name, `**` for any.")

    static let indirect = KindDocumentation.Parameter(
        "indirect", .boolean, "Whether needing it by way of other modules counts as well; true when nothing is written."
    )

    static let text = KindDocumentation.Parameter(
        "text", .textConditions,
        "What to look for: `contains-any` words, a `regex`; a line (or file) with one of `contains-none` is left alone."
    )
}

extension CaseIterable where Self: RawRepresentable<String> {
    static var words: [String] { allCases.map(\.rawValue) }
}
