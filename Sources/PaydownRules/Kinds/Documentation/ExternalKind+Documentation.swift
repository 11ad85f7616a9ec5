extension ExternalKind {
    static let documentation = KindDocumentation(
        name: "external",
        summary: "A result that another tool reports in SARIF.",
        definition: """
            The results of a tool are the findings, as it reports them; those that it calls suppressed do not count. It is \
            run only by `paydown scan --run-external`, in the project's root, as a program with arguments and never through \
            a shell. A scan without it has no number for the rule and says so, and takes its earlier findings for unseen, \
            not for fixed.
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
