import Foundation

do {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard !arguments.contains("--help"), !arguments.contains("-h") else {
        print(FuzzOptions.usage)
        exit(0)
    }
    let options = try FuzzOptions(arguments)
    var fuzzer = try Fuzzer(options)
    let tally = try fuzzer.run()
    print(
        "seed \(options.seed): \(tally.inputs) inputs, \(tally.bytes / 1_000_000) MB, \(tally.refused) refused,"
            + " \(tally.slow) slow")
    exit(tally.slow == 0 ? 0 : 1)
} catch {
    FileHandle.standardError.write(Data("paydown-fuzz: \(error)\n\(FuzzOptions.usage)\n".utf8))
    exit(2)
}
