import Foundation
import PaydownCore
import PaydownFormats
import Testing

/// The schema in `SampleData/schema` is the contract with other tools; `jsonschema` of Python is the judge.
@Suite struct SnapshotSchemaTests {
    private static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../SampleData/schema/snapshot.schema.json"
    ).standardized.path

    /// What the validator has against each of these texts; empty when it is content.
    private func complaints(_ texts: [[UInt8]]) throws -> [String] {
        try TemporaryFolder.with { folder in
            for (index, text) in texts.enumerated() { try folder.write(text, "\(index).json") }
            let script = """
                import json, sys
                from jsonschema import Draft202012Validator
                with open(sys.argv[1]) as file: schema = json.load(file)
                Draft202012Validator.check_schema(schema)
                validator = Draft202012Validator(schema)
                for index in range(int(sys.argv[3])):
                    with open(f"{sys.argv[2]}/{index}.json", encoding="utf-8") as file: value = json.load(file)
                    errors = sorted(validator.iter_errors(value), key=str)
                    print(errors[0].json_path if errors else "")
                """
            let lines = try Python.run(script, [Self.schema, folder.path, "\(texts.count)"])
            return lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }
    }

    @Test func `what we write is valid`() throws {
        let texts = try SampleSnapshots.allCases.map { try SnapshotWriter.bytes(of: $0.snapshot) }

        #expect(try complaints(texts) == ["", ""])
    }

    @Test func `the schema knows every key that we write`() throws {
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: Self.schema)))
                as? [String: Any])
        let text = try JSONSerialization.jsonObject(with: Data(SnapshotWriter.bytes(of: SampleSnapshots.fullest)))
        var unknown: [String] = []

        func compare(_ value: Any, _ schema: [String: Any], _ root: [String: Any], _ path: String) {
            var schema = schema
            if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
                schema = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any] ?? [:]
            }
            if let object = value as? [String: Any] {
                let known = schema["properties"] as? [String: Any] ?? [:]
                for (key, member) in object {
                    if let inner = known[key] as? [String: Any] {
                        compare(member, inner, root, path + "." + key)
                    } else if !path.hasSuffix(".properties") {
                        unknown.append(path + "." + key)
                    }
                }
            } else if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
                for element in array { compare(element, items, root, path + "[]") }
            }
        }
        compare(text, schema, schema, "")

        #expect(unknown == [])
    }

    @Test func `what the schema refuses, we refuse, and the other way round`() throws {
        let members = [
            #""checks":{}"#, #""checks":[{"title":"no id"}]"#, #""checks":[{"id":"c","measures":[{"id":"m"}]}]"#,
            #""rules":[{"id":"r","severity":"fatal"}]"#, #""rules":[{"id":"r","count":-1}]"#,
            #""tests":[{"name":"t"}]"#,
            #""tests":[{"name":"t","status":"odd"}]"#, #""metrics":[{"id":"m","value":"1"}]"#,
            #""coverage":{"files":1.5}"#, #""coverage":{"problems":[{"path":"p","kind":"odd"}]}"#,
            #""plan":{"phases":[{}]}"#, #""plan":{"phases":[{"name":"n","due":"soon"}]}"#,
            #""plan":{"phases":[{"name":"n","targets":[{"measure":"m","target":"few"}]}]}"#,
            #""revision":{"dirty":"yes"}"#, #""revision":{"committedAt":"2025-01-01"}"#,
            #""provenance":{"tests":"real"}"#,
            #""findings":[{"rule":"r","path":"p"}]"#, #""findings":[{"rule":"r","symbol":"s"}]"#,
            #""findings":[{"rule":"r","path":"p","symbol":"s","line":-1}]"#,
            #""findings":[{"rule":"r","path":"p","symbol":"s","line":4294967296}]"#,
            #""findings":[{"rule":"r","path":"p","symbol":"s","context":[1]}]"#,
            #""findings":[{"rule":"r","path":"p","symbol":"s","properties":{"members":"m"}}]"#,
            #""findings":[{"rule":"r","path":"p","symbol":"s","related":[{"line":1}]}]"#,
            #""findings":[{"rule":"r","path":"p","message":"m","line":12.0}]"#, #""findings":[]"#, #""x":{"y":null}"#,
            #""plan":{"phases":[{"name":"n","targets":[{"measure":"m","target":">= 95.5 %"},{"measure":"m","target":"3"}]}]}"#,
            #""metrics":[{"id":"m","value":1,"kind":"event","limit":2}]"#,
        ]
        let texts = members.map(snapshotText)

        for (text, complaint) in zip(texts, try complaints(texts)) {
            let error = readingError(text)
            #expect((error == nil) == complaint.isEmpty, "\(complaint) \(String(decoding: text, as: UTF8.self))")
        }
    }
}
