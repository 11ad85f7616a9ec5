/// Source in which a `↓` stands for each finding, before the character that it begins with.
struct MarkedSource {
    let source: String
    /// `line:column` of each mark, in order; both 1-based, in scalars.
    let marks: [String]

    init(_ marked: String) {
        var source = String.UnicodeScalarView()
        var marks: [String] = []
        var line = 1
        var column = 1
        for scalar in marked.unicodeScalars {
            if scalar == "↓" {
                marks.append("\(line):\(column)")
                continue
            }
            source.append(scalar)
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        self.source = String(source)
        self.marks = marks
    }
}
