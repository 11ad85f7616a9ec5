import Foundation
import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct ColorTests {
    @Test(arguments: [
        (16, 0, 0, 0), (21, 0, 0, 255), (46, 0, 255, 0), (196, 255, 0, 0), (231, 255, 255, 255), (67, 95, 135, 175),
        (232, 8, 8, 8), (243, 118, 118, 118), (255, 238, 238, 238),
    ])
    func `the fixed colours are xterm's`(index: Int, red: Int, green: Int, blue: Int) throws {
        let components = try #require(Color.indexed(UInt8(index)).components)

        #expect(components == (UInt8(red), UInt8(green), UInt8(blue)))
    }

    @Test(arguments: 1...8)
    func `quantising finds the same colour as a plain search with the C library`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<25 {
            let value = UInt32.random(in: 0...0xFF_FFFF, using: &random)
            let (red, green, blue) = (UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))

            let found = Color.rgb(red: red, green: green, blue: blue).quantised

            guard case .indexed(let index) = found else {
                Issue.record("\(found) is no colour of 256")
                return
            }
            let wanted = plainLab(Double(red), Double(green), Double(blue))
            let all = (16...255).map { plainDistance(wanted, to: $0) }
            #expect(abs(all[Int(index) - 16] - (all.min() ?? 0)) < 1e-12, "#\(String(value, radix: 16))")
        }
    }

    @Test func `every fixed colour is its own nearest`() throws {
        for index in 16...255 {
            let (red, green, blue) = try #require(Color.indexed(UInt8(index)).components)
            let nearest = Color.rgb(red: red, green: green, blue: blue).quantised
            #expect(nearest.components.map { $0 == (red, green, blue) } == true, "\(index)")
        }
    }

    @Test func `colours that are the terminal's stay as they are when quantised`() {
        #expect(Color.terminalDefault.quantised == .terminalDefault)
        #expect(Color.indexed(3).quantised == .indexed(3))
        #expect(Color.indexed(114).quantised == .indexed(114))
    }

    @Test(arguments: [
        ("#7fc98f", "green"), ("#24703a", "green"), ("#f0806b", "red"), ("#b3261e", "red"), ("#7cb7ff", "blue"),
        ("#1f5fae", "blue"), ("#6cc5c9", "cyan"), ("#0f6b70", "cyan"), ("#c79bf0", "magenta"), ("#ff0033", "red"),
        ("#e3b341", "default"), ("#ffff00", "default"), ("#9aa2af", "default"), ("#000000", "default"),
        ("#ffffff", "default"), ("114", "green"), ("244", "default"), ("bright-red", "bright-red"),
    ])
    func `sixteen colours are chosen by hue, and greys and yellows are the default`(word: String, expected: String) {
        #expect(color(word).sixteenByHue.word == expected)
    }

    @Test(arguments: 1...4)
    func `how bright a colour is does not decide which of sixteen it becomes`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            // Two of one hue: the second is the first at half its light.
            let channels = (0..<3).map { _ in UInt8.random(in: 40...127, using: &random) * 2 }
            guard (channels.max() ?? 0) - (channels.min() ?? 0) > 110 else { continue }
            let bright = Color.rgb(red: channels[0], green: channels[1], blue: channels[2])
            let dark = Color.rgb(red: channels[0] / 2, green: channels[1] / 2, blue: channels[2] / 2)
            #expect(bright.sixteenByHue == dark.sixteenByHue, "\(bright.word) and \(dark.word)")
        }
    }

    @Test func `eight colours have no bright ones, and bright greys become the default`() {
        #expect(color("bright-red").withoutBright == color("red"))
        #expect(color("bright-cyan").withoutBright == color("cyan"))
        #expect(color("bright-black").withoutBright == .terminalDefault)
        #expect(color("bright-white").withoutBright == .terminalDefault)
        #expect(color("green").withoutBright == color("green"))
        #expect(color("114").withoutBright == color("114"))
    }

    @Test(arguments: ["default", "red", "bright-black", "bright-white", "16", "255", "#00ff7a", "#15181d"])
    func `a colour's word is read as the same colour`(word: String) {
        #expect(color(word).word == word)
    }

    @Test(arguments: ["", "#fff", "#12345", "#1234567", "#12345g", "256", "-1", "1.5", "12a", "#"])
    func `a malformed colour is none`(word: String) {
        #expect(ColorWord(word) == nil)
    }

    @Test func `numbers below sixteen are the same as names, and other words are the palette's`() {
        #expect(ColorWord("9") == ColorWord("bright-red"))
        #expect(ColorWord("leaf") == .palette("leaf"))
        #expect(ColorWord("Red") == .palette("Red"))
    }

    private func plainLab(_ red: Double, _ green: Double, _ blue: Double) -> [Double] {
        let light = [red, green, blue].map { value in
            let channel = value / 255
            return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
        }
        let cones = [
            [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ].map { row in cbrt(zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }) }
        return [
            [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ].map { row in zip(row, cones).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    private func plainDistance(_ lab: [Double], to index: Int) -> Double {
        let levels: [Double] = [0, 95, 135, 175, 215, 255]
        let other: [Double]
        if index >= 232 {
            let grey = Double(8 + 10 * (index - 232))
            other = plainLab(grey, grey, grey)
        } else {
            let cell = index - 16
            other = plainLab(levels[cell / 36], levels[cell / 6 % 6], levels[cell % 6])
        }
        return zip(lab, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
}
