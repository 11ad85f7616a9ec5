/// A pane's worth of rules, with its measures; the first measure is its headline.
package struct Check: Equatable, Sendable {
    package var id: String
    package var title: String
    package var measures: [Measure]

    package init(id: String, title: String, measures: [Measure] = []) {
        self.id = id
        self.title = title
        self.measures = measures
    }
}
