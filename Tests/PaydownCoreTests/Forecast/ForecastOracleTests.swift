import Foundation
import PaydownTestSupport
import Testing

@testable import PaydownCore

/// The same cases for `Forecast` and for `oracle.py`, which was written from the description in Python.
struct ForecastOracleTests {
    private struct Answer: Decodable {
        var weeks: [[Value]]
        var met: Bool
        var refused: [String]
        var seed: String?
        var finished: [Int]?
        var exact: [Double]?
        var p50: String?
        var p85: String?
        var chance: Double?
    }

    private enum Value: Decodable, Equatable {
        case text(String)
        case number(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            self = try (try? container.decode(Double.self)).map { .number($0) } ?? .text(container.decode(String.self))
        }
    }

    private static let runs = 2000

    @Test func `weeks, refusals, seeds and dates are Python's, and shares are those of all futures there are`() throws {
        var numbers = SeededRandom(seed: 2025)
        let questions = (0..<80).map { _ in Self.question(&numbers) }
        let dues = questions.map { question in
            (question.series.points.last?.day ?? SeriesOf.monday).adding(days: numbers.below(200) - 5)
        }
        let answers = try Self.answers(zip(questions, dues).map(Self.line))
        #expect(answers.count == questions.count)

        var dated = 0
        for ((question, due), answer) in zip(zip(questions, dues), answers) {
            #expect(question.oriented.weeks.map(Self.row) == answer.weeks)
            let forecast = Forecast(question)
            #expect(forecast.isMet == answer.met)
            #expect(forecast.refusals.map(Self.word) == (answer.met ? [] : answer.refused))
            guard let seed = answer.seed, let finished = answer.finished, let exact = answer.exact else { continue }
            #expect(String(question.seed(of: forecast.sample)) == seed)
            let runs = Bootstrap(
                remainder: question.remainder(at: question.series.points.last?.value ?? 0), limit: question.goal.limit,
                nets: forecast.sample.weeks.map(\.net), seed: UInt64(seed) ?? 0, runs: Self.runs)
            #expect(runs.finished == finished)
            for (week, share) in exact.enumerated() {
                // A share of 2,000 runs is further off than 0.05 once in a hundred thousand times.
                #expect(abs(runs.share(after: week) - share) < 0.05)
            }
            #expect(forecast.dates?.p50?.iso == answer.p50)
            #expect(forecast.dates?.p85?.iso == answer.p85)
            #expect(forecast.dates?.chance(by: due) == answer.chance)
            if forecast.dates != nil { dated += 1 }
        }
        // The cases are no use if all of them are refused.
        #expect(dated > 20)
    }

    /// Series with gaps, breaks, days of all kinds, and goals of all kinds.
    private static func question(_ numbers: inout SeededRandom) -> ForecastQuestion {
        let better: Measure.Direction = numbers.chance(1, of: 4) ? .higher : .lower
        var day = Day(number: 18_000 + numbers.below(4000))
        var value = Double(60 + numbers.below(200))
        var points = [FlowPoint(day: day, value: value)]
        let pace = 2 + numbers.below(12)
        for _ in 0..<(6 + numbers.below(40)) {
            day = day.adding(days: 1 + numbers.below(numbers.chance(1, of: 9) ? 25 : 5))
            let inflow = Double(numbers.below(pace)) / 2
            let outflow = Double(numbers.below(pace * 3 / 2 + 1)) / 2
            value += (inflow - outflow) * (better == .lower ? 1 : -1)
            let interruption: SeriesBreak? = numbers.chance(1, of: 12) ? .rules : nil
            points.append(
                FlowPoint(day: day, value: value, inflow: inflow, outflow: outflow, interruption: interruption))
        }
        let strict = numbers.chance(1, of: 2)
        let distance = Double(numbers.below(120)) - 5
        let target =
            better == .lower
            ? Target(strict ? .below : .atMost, value - distance)
            : Target(strict ? .above : .atLeast, value + distance)
        var question = SeriesOf.question(FlowSeries(points, better: better), target)
        question.runs = runs
        return question
    }

    private static func line(_ question: ForecastQuestion, _ due: Day) -> String {
        let points = question.series.points.map { point in
            "[\"\(point.day.iso)\", \(point.value), \(point.inflow), \(point.outflow), "
                + "\(point.interruption == nil ? "false" : "true")]"
        }
        let strict = question.goal.target.comparison == .below || question.goal.target.comparison == .above
        return "{\"points\": [\(points.joined(separator: ", "))], \"better\": \"\(question.goal.better.rawValue)\", "
            + "\"goal\": \(question.goal.target.value), \"strict\": \(strict), \"runs\": \(runs), \"due\": \"\(due.iso)\"}"
    }

    private static func row(_ week: WeekFlow) -> [Value] {
        let kind =
            switch week.kind {
            case .whole: "whole"
            case .carried: "carried"
            case .partial: "partial"
            case .interrupted: "interrupted"
            }
        return [
            .text(week.week.monday.iso), .number(Double(week.week.iso.year)), .number(Double(week.week.iso.week)),
            .number(week.value), .number(week.inflow), .number(week.outflow), .text(kind),
        ]
    }

    private static func word(_ refusal: ForecastRefusal) -> String {
        switch refusal {
        case .growing(let net): "growing \(numberText(net))"
        case .flat: "flat"
        case .fewWeeks(let count): "weeks \(count)"
        case .unending: "unending"
        default: refusal.text
        }
    }

    private static func answers(_ lines: [String]) throws -> [Answer] {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let script = folder.joined(separator: "/") + "/oracle.py"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // The script answers as it reads: whoever writes all before reading anything may wait for ever.
        let text = Data(lines.map { $0 + "\n" }.joined().utf8)
        Thread.detachNewThread {
            input.fileHandleForWriting.write(text)
            try? input.fileHandleForWriting.close()
        }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "put a python3 on the search path")
        return try bytes.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Answer.self, from: $0) }
    }
}
