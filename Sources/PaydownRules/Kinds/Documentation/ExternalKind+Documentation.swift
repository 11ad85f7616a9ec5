extension ExternalKind {
    static let documentation = KindDocumentation(
        name: "external",
        summary: "A result that another tool reports in SARIF.",
        definition: """
            The tool is run in the project's root, as a program with arguments and never through a shell; its results are \
            the findings, as it reports them.
            """,
        parameters: [
            .init("command", .strings, isRequired: true, "The program and its arguments."),
            .init("results", .string, "The SARIF file that it writes; its standard output when nothing is written."),
            .init("rules", .strings, "The ids of the tool's rules that count; all when nothing is written."),
            .init("exit-codes", .integers, "Exit codes with which it did its work; 0 and 1 when nothing is written."),
        ],
        defaultMessage: "{symbol}",
        examples: [])
}
