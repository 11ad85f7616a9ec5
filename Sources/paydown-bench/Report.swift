import Foundation

/// What was measured beside what was wanted, a line each: `what | measured | bar | reached or not`.
enum Report {
    static func heading(_ text: String) {
        show("\n\(text)\n\nwhat | measured | bar | reached\n---|---|---|---")
    }

    /// A figure with a bar.
    static func line(_ what: String, _ measured: String, bar: String, isReached: Bool) {
        show("\(what) | \(measured) | \(bar) | \(isReached ? "yes" : "NO")")
    }

    /// A figure for comparison, or the reason why there is none.
    static func line(_ what: String, _ measured: String) {
        show("\(what) | \(measured) | – | –")
    }

    /// At once, also into a pipe: a benchmark takes minutes.
    private static func show(_ text: String) {
        print(text)
        fflush(nil)
    }

    static func seconds(_ value: Double) -> String {
        value < 1 ? "\(fixed(value * 1000, 1)) ms" : "\(fixed(value, 2)) s"
    }

    static func seconds(since start: ContinuousClock.Instant) -> Double {
        let parts = (ContinuousClock.now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }

    static func fixed(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard let middle = sorted.dropFirst(sorted.count / 2).first else { return .nan }
        return sorted.count % 2 == 1 ? middle : (middle + sorted[sorted.count / 2 - 1]) / 2
    }
}
