/// A rectangle of cells; its right and bottom edges are the first cells outside. Never negative in extent.
package struct Rect: Hashable, Sendable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    package init(_ size: Size) {
        self.init(x: 0, y: 0, width: size.width, height: size.height)
    }

    package var right: Int { x + width }
    package var bottom: Int { y + height }
    package var isEmpty: Bool { width == 0 || height == 0 }
    package var size: Size { Size(width: width, height: height) }

    package func contains(_ point: Point) -> Bool {
        point.x >= x && point.x < right && point.y >= y && point.y < bottom
    }

    package func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
    }

    package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
    }

    /// The upper `height` rows and what is left below; both fit in this rectangle.
    package func split(top height: Int) -> (top: Rect, rest: Rect) {
        let height = min(max(0, height), self.height)
        return (
            Rect(x: x, y: y, width: width, height: height),
            Rect(x: x, y: y + height, width: width, height: self.height - height)
        )
    }

    /// What is left above, and the lower `height` rows.
    package func split(bottom height: Int) -> (rest: Rect, bottom: Rect) {
        let (rest, bottom) = split(top: self.height - min(max(0, height), self.height))
        return (rest, bottom)
    }

    /// The left `width` columns and what is right of them.
    package func split(left width: Int) -> (left: Rect, rest: Rect) {
        let width = min(max(0, width), self.width)
        return (
            Rect(x: x, y: y, width: width, height: height),
            Rect(x: x + width, y: y, width: self.width - width, height: height)
        )
    }

    /// What is left of them, and the right `width` columns.
    package func split(right width: Int) -> (rest: Rect, right: Rect) {
        let (rest, right) = split(left: self.width - min(max(0, width), self.width))
        return (rest, right)
    }

    /// One row of the rectangle, 0-based from its top; empty outside.
    package func row(_ number: Int) -> Rect {
        number >= 0 && number < height
            ? Rect(x: x, y: y + number, width: width, height: 1) : Rect(x: x, y: y, width: 0, height: 0)
    }

    /// A rectangle of at most that size in the middle of this one.
    package func centered(_ size: Size) -> Rect {
        let width = min(size.width, self.width)
        let height = min(size.height, self.height)
        return Rect(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
    }
}
