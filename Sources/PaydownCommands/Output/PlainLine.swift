/// Text from files as a line that cannot steer the terminal.
enum PlainLine {
    static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let category = scalar.properties.generalCategory
            let steers = category == .control || category == .lineSeparator || category == .paragraphSeparator
            // Marks that turn the direction of what follows (Unicode, Bidi_Control) hide what a line says.
            scalars.append(steers || scalar.properties.isBidiControl ? "?" : scalar)
        }
        return String(scalars)
    }
}
