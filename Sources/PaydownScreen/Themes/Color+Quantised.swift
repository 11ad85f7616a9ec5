// Why this is not the usual "round each channel to the cube": that turns a soft green grey and moves a dark blue to black.
// 240 distances for each of some 40 colours are 0.1 ms, spent only on terminals with 256 colours.

extension Color {
    /// The nearest of xterm's 240 fixed colours; colours that are not mixed stay as they are.
    ///
    /// Never one of the first sixteen: what those look like is the user's choice. Near is by distance in
    /// OKLab (Björn Ottosson, 2020), where equal steps look equal.
    package var quantised: Color {
        guard case .rgb = self, let wanted = Lab(self) else { return self }
        var best = (index: UInt8(16), distance: Double.infinity)
        for (offset, candidate) in Lab.fixed.enumerated() {
            let distance = wanted.squaredDistance(to: candidate)
            if distance < best.distance { best = (UInt8(offset + 16), distance) }
        }
        return .indexed(best.index)
    }
}

/// A colour in OKLab: lightness, green to red, blue to yellow.
struct Lab {
    let lightness: Double
    let greenRed: Double
    let blueYellow: Double

    init?(_ color: Color) {
        guard let (red, green, blue) = color.components else { return nil }
        let (r, g, b) = (Contrast.linear[Int(red)], Contrast.linear[Int(green)], Contrast.linear[Int(blue)])
        let long = Contrast.root(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 3)
        let medium = Contrast.root(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 3)
        let short = Contrast.root(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b, 3)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    func squaredDistance(to other: Lab) -> Double {
        let (l, a, b) = (
            lightness - other.lightness, greenRed - other.greenRed, blueYellow - other.blueYellow
        )
        return l * l + a * a + b * b
    }

    /// The colours 16...255.
    static let fixed: [Lab] = (16...255).compactMap { Lab(.indexed(UInt8($0))) }
}
