import Glibc
import PaydownTerminal

TerminalSignals.block()
do {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
        let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
        next += 1
    }
    var probe = try Probe(environment: variables)
    probe.run()
} catch {
    print("probe: \(error)")
    exit(2)
}
