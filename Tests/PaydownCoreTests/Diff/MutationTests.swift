import PaydownCore
import Testing

/// What people do to files, and that findings survive it.
enum Mutation: String, CaseIterable {
    case nothing
    case insertThreeLinesAtTheTop
    case renameEveryFile
    case renameAndEditATenthOfTheLines
    case indentEverything
    case addACommentToTheLine
    case editTheNextLine
    case fixTheFirstOfIdenticalLines
    case fixTheLastOfIdenticalLines
    case fixOneAndAddAnotherInEachFile
    case reverseTheOrderOfBlocks
    case insertLinesAndEditTheLine
    case moveEveryFileToAnotherFolder

    func apply(to model: inout LineModel) {
        for index in model.files.indices {
            switch self {
            case .nothing: break
            case .insertThreeLinesAtTheTop: insertThreeLines(&model, index)
            case .renameEveryFile: model.files[index].path = "src/other/renamed_\(index).py"
            case .renameAndEditATenthOfTheLines:
                model.files[index].path = "src/other/renamed_\(index).py"
                for line in model.files[index].lines.indices where line % 10 == 0 {
                    edit(&model, index, line) { $0.hasPrefix("import") ? $0 : $0 + " edited" }
                }
            case .indentEverything: editAll(&model, index) { "    " + $0 }
            case .addACommentToTheLine: editAll(&model, index) { $0.hasPrefix("import") ? $0 + "  # why" : $0 }
            case .editTheNextLine:
                for line in model.files[index].lines.indices.dropFirst()
                where model.files[index].lines[line - 1].text.hasPrefix("import") {
                    edit(&model, index, line) { $0.hasPrefix("import") ? $0 : $0 + " edited" }
                }
            case .fixTheFirstOfIdenticalLines: removeImport(&model, index, last: false)
            case .fixTheLastOfIdenticalLines: removeImport(&model, index, last: true)
            case .fixOneAndAddAnotherInEachFile:
                removeImport(&model, index, last: false)
                let added = model.line("import brand.new.thing")
                model.files[index].lines.append(added)
            case .reverseTheOrderOfBlocks: model.files[index].lines.reverse()
            case .insertLinesAndEditTheLine:
                insertThreeLines(&model, index)
                editAll(&model, index) { $0.hasPrefix("import") ? $0 + "  # why" : $0 }
            case .moveEveryFileToAnotherFolder: model.files[index].path = "lib/" + model.files[index].path
            }
        }
    }

    private func insertThreeLines(_ model: inout LineModel, _ file: Int) {
        let added = (0..<3).map { model.line("# added \($0)") }
        model.files[file].lines.insert(contentsOf: added, at: 0)
    }

    private func edit(_ model: inout LineModel, _ file: Int, _ line: Int, _ change: (String) -> String) {
        model.files[file].lines[line].text = change(model.files[file].lines[line].text)
    }

    private func editAll(_ model: inout LineModel, _ file: Int, _ change: (String) -> String) {
        for line in model.files[file].lines.indices { edit(&model, file, line, change) }
    }

    /// Of the import that the file has most often.
    private func removeImport(_ model: inout LineModel, _ file: Int, last: Bool) {
        let lines = model.files[file].lines
        let byText = Dictionary(grouping: lines.indices.filter { lines[$0].text.hasPrefix("import pkg") }) {
            lines[$0].text
        }
        let most = byText.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
        guard let rows = most?.value, let row = last ? rows.last : rows.first else { return }
        model.files[file].lines.remove(at: row)
    }
}

@Suite struct MutationTests {
    @Test(arguments: Mutation.allCases, [1, 2, 3])
    func `a finding survives what is done around it`(mutation: Mutation, seed: Int) {
        let before = LineModel(files: 30, seed: UInt64(seed))
        var after = before
        mutation.apply(to: &after)
        let (old, new) = (before.findings, after.findings)

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        var expected = LineModel.Judgement()
        if mutation == .reverseTheOrderOfBlocks {
            // As many identical lines as before, in the same places: nobody can tell that they changed places.
            expected.wrongPartners = LineModel.judge(diff, old, new).wrongPartners
        }
        #expect(LineModel.judge(diff, old, new) == expected)
        #expect(diff.counts.old == old.count && diff.counts.current == new.count)
    }

    @Test func `fixing one of identical lines fixes that one`() throws {
        let before = LineModel(files: 1, seed: 7)
        var after = before
        Mutation.fixTheFirstOfIdenticalLines.apply(to: &after)
        let (old, new) = (before.findings, after.findings)
        let survivors = Set(new.map(\.fingerprint))
        let missing = try #require(old.firstIndex { !survivors.contains($0.fingerprint) })

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.oldState.indices.filter { diff.oldState[$0] == .fixed } == [missing])
    }
}
