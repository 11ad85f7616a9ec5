import PaydownCore
import PaydownDashboard
import Testing

/// Units after a number, and shares in per cent.
struct UnitTextTests {
    @Test(arguments: [("paths", "path"), ("classes", "class"), ("sites", "site"), ("ms", "ms"), ("%", "%"), ("", "")])
    func `one of a thing is not said in the plural`(plural: String, one: String) {
        #expect(CountText.unit(plural, after: 1) == one)
        #expect(CountText.unit(plural, after: 2) == plural)
        #expect(CountText.unit(plural, after: 0) == plural)
    }
}
