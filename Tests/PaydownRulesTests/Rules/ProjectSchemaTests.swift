import Foundation
import PaydownRules
import Testing

struct ProjectSchemaTests {
    @Test func `the schema in the samples is the one that the kinds make`() throws {
        let file = Repository.root.appending(path: "SampleData/schema/paydown.schema.json")
        if ProcessInfo.processInfo.environment["PAYDOWN_RECORD"] != nil {
            try ProjectSchema.text.write(to: file, atomically: true, encoding: .utf8)
        }

        #expect(try String(contentsOf: file, encoding: .utf8) == ProjectSchema.text)
    }

    @Test func `the schema is JSON and has every kind with every parameter`() throws {
        let object = try JSONSerialization.jsonObject(with: Data(ProjectSchema.text.utf8))
        let schema = try #require(object as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        let rule = try #require(properties["rule"] as? [String: Any])
        let choices = try #require((rule["items"] as? [String: Any])?["oneOf"] as? [[String: Any]])

        for (choice, kind) in zip(choices, RuleKinds.all) {
            let keys = try #require(choice["properties"] as? [String: Any]).keys
            #expect(kind.documentation.parameters.allSatisfy { keys.contains($0.name) })
        }
        #expect(choices.count == RuleKinds.all.count)
    }
}
