// Generated from Themes/*.toml: PAYDOWN_RECORD=1 swift test --filter CompiledInThemes
// swift-format-ignore-file

import PaydownScreen

extension BuiltInThemes {
    private static let baseRoles: [Role: RoleStyle] = [
        .text: RoleStyle(foreground: Positioned(.color(.terminalDefault), at: TextPosition(line: 27, column: 8))),
        .textMuted: RoleStyle(attributes: [.dim]),
        .textFaint: RoleStyle(attributes: [.dim]),
        .textStrong: RoleStyle(attributes: [.bold]),
        .textMatch: RoleStyle(attributes: [.bold, .underline]),
        .textLink: RoleStyle(attributes: [.underline]),
        .rule: RoleStyle(attributes: [.dim]),
        .ruleFocus: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 35, column: 23)), attributes: [.bold]),
        .title: RoleStyle(attributes: [.bold]),
        .titleFocus: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 37, column: 24)), attributes: [.bold]),
        .mark: RoleStyle(foreground: Positioned(.color(.indexed(5)), at: TextPosition(line: 41, column: 15)), attributes: [.bold]),
        .accent: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 42, column: 17)), attributes: [.bold]),
        .good: RoleStyle(foreground: Positioned(.color(.indexed(2)), at: TextPosition(line: 44, column: 8))),
        .warn: RoleStyle(foreground: Positioned(.color(.indexed(5)), at: TextPosition(line: 45, column: 8))),
        .bad: RoleStyle(foreground: Positioned(.color(.indexed(1)), at: TextPosition(line: 46, column: 7))),
        .info: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 47, column: 8))),
        .stale: RoleStyle(attributes: [.dim]),
        .new: RoleStyle(foreground: Positioned(.color(.indexed(4)), at: TextPosition(line: 49, column: 14)), attributes: [.bold]),
        .seriesActual: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 51, column: 26)), attributes: [.bold]),
        .seriesPlan: RoleStyle(foreground: Positioned(.color(.terminalDefault), at: TextPosition(line: 52, column: 17))),
        .seriesForecast: RoleStyle(foreground: Positioned(.color(.indexed(5)), at: TextPosition(line: 53, column: 21))),
        .seriesLimit: RoleStyle(foreground: Positioned(.color(.indexed(1)), at: TextPosition(line: 54, column: 18))),
        .barDone: RoleStyle(foreground: Positioned(.color(.indexed(2)), at: TextPosition(line: 55, column: 14))),
        .barLeft: RoleStyle(attributes: [.dim]),
        .codeKeyword: RoleStyle(attributes: [.bold]),
        .codeString: RoleStyle(foreground: Positioned(.color(.indexed(2)), at: TextPosition(line: 59, column: 17))),
        .codeComment: RoleStyle(attributes: [.dim]),
        .codeFlagged: RoleStyle(foreground: Positioned(.color(.indexed(1)), at: TextPosition(line: 61, column: 25)), attributes: [.bold, .underline]),
        .background: RoleStyle(background: Positioned(.color(.terminalDefault), at: TextPosition(line: 23, column: 14))),
        .backgroundRaised: RoleStyle(background: Positioned(.color(.terminalDefault), at: TextPosition(line: 24, column: 23))),
        .backgroundStripe: RoleStyle(background: Positioned(.color(.terminalDefault), at: TextPosition(line: 25, column: 23))),
        .selection: RoleStyle(attributes: [.reverse]),
        .selectionInactive: RoleStyle(attributes: [.bold]),
    ]

    private static let baseRolesMono: [Role: RoleStyle] = [
        .textStrong: RoleStyle(attributes: [.bold]),
        .textMatch: RoleStyle(attributes: [.bold, .underline]),
        .textLink: RoleStyle(attributes: [.underline]),
        .ruleFocus: RoleStyle(attributes: [.bold]),
        .title: RoleStyle(attributes: [.bold]),
        .titleFocus: RoleStyle(attributes: [.bold, .underline]),
        .mark: RoleStyle(attributes: [.bold]),
        .accent: RoleStyle(attributes: [.bold]),
        .warn: RoleStyle(attributes: [.underline]),
        .bad: RoleStyle(attributes: [.bold]),
        .new: RoleStyle(attributes: [.bold]),
        .seriesActual: RoleStyle(attributes: [.bold]),
        .barDone: RoleStyle(attributes: [.bold]),
        .codeKeyword: RoleStyle(attributes: [.bold]),
        .codeFlagged: RoleStyle(attributes: [.bold, .underline]),
        .selection: RoleStyle(attributes: [.reverse]),
        .selectionInactive: RoleStyle(attributes: [.bold]),
    ]

    static let base = ThemeDocument(
        name: "base", file: "built-in base.toml", mode: .any, roles: baseRoles,
        rolesMono: baseRolesMono)
}
