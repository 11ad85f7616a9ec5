import PaydownScreen

/// Where a setting was made, for messages of those who use it later.
package struct SettingOrigin: Equatable, Sendable {
    package let file: String
    package let position: TextPosition

    package init(file: String, position: TextPosition) {
        self.file = file
        self.position = position
    }

    /// `paydown.toml:3:8`
    package var text: String { "\(file):\(position.line):\(position.column)" }
}
