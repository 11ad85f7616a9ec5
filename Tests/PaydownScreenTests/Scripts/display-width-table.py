"""Writes Sources/PaydownScreen/Text/DisplayWidthTable.swift from wcwidth(3) of this machine's C library.

Usage: python3 Tests/PaydownScreenTests/Scripts/display-width-table.py [--check]

With --check nothing is written; the exit status is 1 when the file differs from what would be written.
"""

import ctypes
import locale
import pathlib
import platform
import re
import sys

TABLE = pathlib.Path(__file__).parents[3] / "Sources/PaydownScreen/Text/DisplayWidthTable.swift"
FIRST, LAST = 0xA0, 0x10FFFF
LINE_WIDTH = 120


def widths():
    """The width of each scalar from FIRST to LAST: -1, 0, 1 or 2."""
    wcwidth = ctypes.CDLL(None)["wcwidth"]
    wcwidth.argtypes = [ctypes.c_uint32]
    wcwidth.restype = ctypes.c_int
    for value in range(FIRST, LAST + 1):
        # Surrogates are no scalars; they join the run before them.
        yield value, None if 0xD800 <= value <= 0xDFFF else wcwidth(value)


def runs():
    previous = None
    for value, width in widths():
        if width is not None and width != previous:
            yield value << 3 | width + 1
            previous = width


def rows(numbers):
    row = "       "
    for number in numbers:
        word = f" 0x{number:X},"
        if len(row) + len(word) > LINE_WIDTH:
            yield row
            row = "       "
        row += word
    yield row


def main():
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    text = TABLE.read_text()
    head, rest = text.split("    private static let runs: [UInt32] = [\n")
    tail = rest[rest.index("    ]\n"):]
    version = platform.libc_ver()[1]
    source = f"generated from glibc's `wcwidth` ({version}, C.UTF-8)."
    head = re.sub(r"generated from .*", source, head, count=1)
    made = head + "    private static let runs: [UInt32] = [\n" + "\n".join(rows(runs())) + "\n" + tail
    if "--check" in sys.argv[1:]:
        return 0 if made == text else 1
    TABLE.write_text(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
