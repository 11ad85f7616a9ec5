// Generated from Themes/*.toml: PAYDOWN_RECORD=1 swift test --filter CompiledInThemes
// swift-format-ignore-file

import PaydownScreen

extension BuiltInThemes {
    private static let baseRoles: [Role: RoleStyle] = [
        .text: RoleStyle(foreground: Positioned(.color(.terminalDefault), at: TextPosition(line: 14, column: 8))),
        .textMuted: RoleStyle(attributes: [.dim]),
        .textFaint: RoleStyle(attributes: [.dim]),
        .textStrong: RoleStyle(attributes: [.bold]),
        .textMatch: RoleStyle(attributes: [.bold, .underline]),
        .textLink: RoleStyle(attributes: [.underline]),
        .rule: RoleStyle(attributes: [.dim]),
        .ruleFocus: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 22, column: 23)), attributes: [.bold]),
        .title: RoleStyle(attributes: [.bold]),
        .titleFocus: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 24, column: 24)), attributes: [.bold]),
        .mark: RoleStyle(foreground: Positioned(.color(.indexed(5)), at: TextPosition(line: 28, column: 15)), attributes: [.bold]),
        .accent: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 29, column: 17)), attributes: [.bold]),
        .good: RoleStyle(foreground: Positioned(.color(.indexed(2)), at: TextPosition(line: 31, column: 8))),
        .warn: RoleStyle(foreground: Positioned(.color(.indexed(5)), at: TextPosition(line: 32, column: 8))),
        .bad: RoleStyle(foreground: Positioned(.color(.indexed(1)), at: TextPosition(line: 33, column: 7))),
        .info: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 34, column: 8))),
        .stale: RoleStyle(attributes: [.dim]),
        .new: RoleStyle(foreground: Positioned(.color(.indexed(4)), at: TextPosition(line: 36, column: 14)), attributes: [.bold]),
        .seriesActual: RoleStyle(foreground: Positioned(.color(.indexed(6)), at: TextPosition(line: 38, column: 26)), attributes: [.bold]),
        .seriesPlan: RoleStyle(foreground: Positioned(.color(.terminalDefault), at: TextPosition(line: 39, column: 17))),
        .seriesForecast: RoleStyle(foreground: Positioned(.color(.indexed(5)), at: TextPosition(line: 40, column: 21))),
        .seriesLimit: RoleStyle(foreground: Positioned(.color(.indexed(1)), at: TextPosition(line: 41, column: 18))),
        .barDone: RoleStyle(foreground: Positioned(.color(.indexed(2)), at: TextPosition(line: 42, column: 14))),
        .barLeft: RoleStyle(attributes: [.dim]),
        .codeKeyword: RoleStyle(attributes: [.bold]),
        .codeString: RoleStyle(foreground: Positioned(.color(.indexed(2)), at: TextPosition(line: 46, column: 17))),
        .codeComment: RoleStyle(attributes: [.dim]),
        .codeFlagged: RoleStyle(foreground: Positioned(.color(.indexed(1)), at: TextPosition(line: 48, column: 25)), attributes: [.bold, .underline]),
        .background: RoleStyle(background: Positioned(.color(.terminalDefault), at: TextPosition(line: 10, column: 14))),
        .backgroundRaised: RoleStyle(background: Positioned(.color(.terminalDefault), at: TextPosition(line: 11, column: 23))),
        .backgroundStripe: RoleStyle(background: Positioned(.color(.terminalDefault), at: TextPosition(line: 12, column: 23))),
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
