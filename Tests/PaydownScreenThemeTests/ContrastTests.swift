import Foundation
import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct ContrastTests {
    @Test(arguments: [
        // Published pairs: the extremes, and the greys that are known to just reach or miss 4.5 on white.
        ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0), ("#0000ff", "#ffffff", 8.59),
    ])
    func `contrast is that of WCAG`(first: String, second: String, expected: Double) throws {
        let ratio = try #require(Contrast.ratio(color(first), color(second)))

        #expect(abs(ratio - expected) < 0.005)
        #expect(ratio == Contrast.ratio(color(second), color(first)))
    }

    @Test func `light by channel agrees with the C library's pow to the last digits`() {
        for value in 0...255 {
            let channel = Double(value) / 255
            let expected = channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
            #expect(abs(Contrast.linear[value] - expected) < 1e-14, "channel \(value)")
        }
    }

    @Test func `the terminal's own colours have no contrast to compute`() {
        #expect(Contrast.ratio(.terminalDefault, .indexed(16)) == nil)
        #expect(Contrast.ratio(.indexed(15), .indexed(0)) == nil)
        #expect(Contrast.ratio(.indexed(231), .indexed(16)) == 21)
    }

    @Test func `a contrast is cut and not rounded, so that a miss never reads as a hit`() {
        #expect(Contrast.text(4.499) == "4.4")
        #expect(Contrast.text(4.5) == "4.5")
        #expect(Contrast.text(12) == "12.0")
    }
}

/// A colour from the word for it; black when it is none.
func color(_ word: String) -> Color {
    guard case .color(let color) = ColorWord(word) else { return .indexed(16) }
    return color
}
