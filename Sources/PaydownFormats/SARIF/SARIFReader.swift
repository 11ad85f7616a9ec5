import PaydownCore

/// Reads SARIF 2.1.0 as tools really write it.
///
/// The standard asks for little: a version, runs, a tool's name, a message. Everything else may be missing, or stand in one
/// of several places: a result's rule in `ruleId`, in `rule.id` or behind an index; its level in the result, in the rule's
/// default or in an override; its message as text or as an id with arguments; its file as a URI, relative to one of
/// several bases, or as an index of an artifact. All of these are looked through in the order that the standard gives
/// (OASIS SARIF 2.1.0, sections 3.27, 3.28, 3.11, 3.4). What is not understood is left out, one by one.
package struct SARIFReader {
    private let paths: SARIFPaths

    /// - Parameter roots: absolute paths of the project's root, the way it is named and the way it resolves.
    package init(roots: [String]) {
        paths = SARIFPaths(roots: roots)
    }

    package func read(_ bytes: [UInt8]) throws(SARIFError) -> SARIFLog {
        let root = try Self.json(bytes)
        guard case .object = root.value else { throw .notSARIF(found: root.summary) }
        if let version = root["version"]?.text {
            guard version == "2.1.0" else { throw .otherVersion(version) }
        }
        guard let runs = root["runs"]?.elements else { throw .notSARIF(found: "JSON without runs") }
        var log = SARIFLog()
        if runs.isEmpty { log.failures.append("it reports no run") }
        for run in runs { add(run, to: &log) }
        return log
    }

    private static func json(_ bytes: [UInt8]) throws(SARIFError) -> JSONNode {
        var cursor = UnsafeJSONCursor(file: "", source: UnsafeMemorySource.source(bytes))
        do throws(SnapshotError) {
            try cursor.begin()
            let node = try cursor.node(depth: 0)
            try cursor.finish()
            return node
        } catch .empty {
            throw .empty
        } catch {
            throw .notJSON(reason(error))
        }
    }

    private static func reason(_ error: SnapshotError) -> String {
        switch error {
        case .syntax(let place, let found, let expected):
            "line \(place.line), column \(place.column): found \(found), expected \(expected)"
        case .endsEarly(_, let inside): "it ends inside \(inside)"
        case .invalidUTF8(let place, _): "line \(place.line) is not UTF-8"
        case .tooDeep(let place, let limit): "line \(place.line) is nested more than \(limit) levels deep"
        case .tooLong(let place, let what, let limit): "line \(place.line): \(what) is longer than \(limit) bytes"
        case .wrongEncoding(_, let encoding): "it is written in \(encoding), not UTF-8"
        default: error.description
        }
    }

    // MARK: Runs

    private func add(_ node: JSONNode, to log: inout SARIFLog) {
        let run = SARIFRun(node, paths: paths)
        for invocation in node["invocations"]?.elements ?? [] where invocation["executionSuccessful"]?.isFalse == true {
            log.failures.append(Self.reason(invocation))
        }
        guard let results = node["results"]?.elements else {
            // Null or absent: the tool did not get as far as to look.
            log.failures.append("it reports no results, not even none")
            return
        }
        for result in results { add(result, of: run, to: &log) }
    }

    private static func reason(_ invocation: JSONNode) -> String {
        let notes = invocation["toolExecutionNotifications"]?.elements ?? []
        let words = notes.lazy.compactMap { $0["message"]?["text"]?.text }.first
        return "it says that its run failed" + (words.map { ": " + $0.prefix(200) } ?? "")
    }

    private func add(_ node: JSONNode, of run: SARIFRun, to log: inout SARIFLog) {
        guard case .object = node.value else { return }
        // In capitals as well, as some write it.
        let kind = node["kind"]?.text?.lowercased() ?? "fail"
        let baseline = node["baselineState"]?.text?.lowercased()
        guard kind == "fail" || kind == "open" || kind == "review", baseline != "absent" else {
            log.notViolations += 1
            return
        }
        if Self.isSuppressed(node) {
            log.suppressed += 1
            return
        }
        let descriptor = run.descriptor(of: node)
        guard let level = run.level(of: node, descriptor, kind: kind) else {
            log.notViolations += 1
            return
        }
        var result = SARIFResult()
        result.rule = node["ruleId"]?.text ?? node["rule"]?["id"]?.text ?? descriptor?["id"]?.text ?? ""
        result.level = level
        result.message = run.message(node["message"], descriptor)
        let places = (node["locations"]?.elements ?? []).compactMap(run.location)
        result.place = places.first
        result.related = places.dropFirst() + (node["relatedLocations"]?.elements ?? []).compactMap(run.location)
        result.fingerprint = Self.fingerprint(node)
        log.results.append(result)
    }

    /// By any suppression that stands: one that is rejected or under review does not (3.35.3).
    private static func isSuppressed(_ node: JSONNode) -> Bool {
        (node["suppressions"]?.elements ?? []).contains { suppression in
            let status = (suppression["status"] ?? suppression["state"])?.text?.lowercased() ?? "accepted"
            return status == "accepted"
        }
    }

    /// The identity that the tool stands for: a whole one before a partial one, of several the first by name.
    private static func fingerprint(_ node: JSONNode) -> String {
        for key in ["fingerprints", "partialFingerprints"] {
            let known = (node[key]?.members ?? []).compactMap { member in
                member.value.text.map { (key: member.key, text: $0) }
            }
            // One tool writes a sentence where its fingerprint would be, the same for all results.
            if let first = known.filter({ !$0.text.isEmpty && !$0.text.contains(" ") }).min(by: { $0.key < $1.key }) {
                return first.text
            }
        }
        return ""
    }
}
