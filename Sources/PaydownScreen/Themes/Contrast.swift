/// How well one colour reads on another, by WCAG 2.1 (1.4.3): 1 is not at all, 21 is black on white.
package enum Contrast {
    /// The ratio of two colours; nil when the terminal decides what one of them is.
    package static func ratio(_ first: Color, _ second: Color) -> Double? {
        guard let first = luminance(first), let second = luminance(second) else { return nil }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// Relative luminance, 0 for black, 1 for white.
    package static func luminance(_ color: Color) -> Double? {
        guard let (red, green, blue) = color.components else { return nil }
        return 0.2126 * linear[Int(red)] + 0.7152 * linear[Int(green)] + 0.0722 * linear[Int(blue)]
    }

    /// Light by the value of an sRGB channel: 0...255 to 0...1 (IEC 61966-2-1).
    package static let linear: [Double] = (0...255).map { value in
        let channel = Double(value) / 255
        guard channel > 0.04045 else { return channel / 12.92 }
        let base = (channel + 0.055) / 1.055
        // The standard library has no pow: x^2.4 is the fifth root of x^12.
        let square = base * base
        let fourth = square * square
        return root(fourth * fourth * fourth, 5)
    }

    /// The `degree`th root of a number not below 0, by Newton's method.
    static func root(_ value: Double, _ degree: Int) -> Double {
        guard value > 0 else { return 0 }
        // From above, Newton's steps on x^n - value only ever fall.
        var guess = max(1, value)
        while true {
            var power = 1.0
            for _ in 1..<degree { power *= guess }
            let next = guess - (guess - value / power) / Double(degree)
            guard next < guess else { return guess }
            guess = next
        }
    }
}
