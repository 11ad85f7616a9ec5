import PaydownProject
import PaydownRules
import Testing

struct ExplanationTests {
    @Test(arguments: RuleKinds.names) func `a kind explains each of its parameters and shows its examples`(
        _ name: String
    ) throws {
        let text = try #require(Explanation.kind(name))
        let documentation = try #require(RuleKinds.named(name)).documentation

        for parameter in documentation.parameters { #expect(text.contains("  " + parameter.name + " (")) }
        for example in documentation.examples { #expect(text.contains("Example: " + example.title)) }
        #expect(documentation.definition.count > 40)
    }

    @Test(arguments: [40, 80, 120]) func `prose keeps to the width`(_ width: Int) throws {
        let lines = Explanation.kinds(width: width).split(separator: "\n")

        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.count >= RuleKinds.names.count)
    }

    @Test func `a rule says what to do and where it looks`() throws {
        let rules = try ProjectRules(text: Repository.text("SampleData/rules/websocket.toml"), file: "f").rules
        let text = try #require(Explanation.rule("direct-instantiation", of: rules))

        #expect(text.hasPrefix("direct-instantiation: Direct instantiation (error, kind text, check factory)\n"))
        #expect(text.contains("Ask the factory"))
        #expect(text.contains("scope 'factory'"))
        #expect(text.contains("and one of factory, manager, create"))
        #expect(Explanation.rule("nothing", of: rules) == nil)
    }
}
