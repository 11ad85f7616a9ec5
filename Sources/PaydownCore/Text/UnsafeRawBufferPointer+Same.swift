extension UnsafeRawBufferPointer {
    /// Whether both hold the same bytes, compared eight at a time. The last ones are read together with some before them,
    /// instead of one by one.
    @inline(__always)
    package func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        func differ<Word: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, _: Word.Type) -> Word {
            loadUnaligned(fromByteOffset: offset, as: Word.self)
                ^ other.loadUnaligned(fromByteOffset: offset, as: Word.self)
        }
        if count >= 8 {
            var index = 0
            while index < count &- 8 {
                if differ(index, UInt64.self) != 0 { return false }
                index &+= 8
            }
            return differ(count &- 8, UInt64.self) == 0
        }
        if count >= 4 { return differ(0, UInt32.self) | differ(count &- 4, UInt32.self) == 0 }
        if count == 0 { return true }
        return differ(0, UInt8.self) | differ(count &>> 1, UInt8.self) | differ(count &- 1, UInt8.self) == 0
    }
}
