"""Writes the tables that Sources/PaydownPython takes from Python's own Unicode and codec data.

Usage: python3.13 tables.py SOURCES/PaydownPython
Makes Lexing/IdentifierForm+Table.swift and Text/SourceEncoding+Tables.swift again, byte for byte.
"""

import codecs
import encodings.aliases
import sys
import unicodedata

HEAD = "// Made by Tests/PaydownPythonTests/Oracle/tables.py; not to be edited.\n\n"
SINGLE = """iso8859_1 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10
iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
cp437 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874
cp1006 cp1125 koi8_r koi8_u koi8_t kz1048 mac_cyrillic mac_greek mac_iceland mac_latin2 mac_roman mac_turkish
ptcp154 tis_620 hp_roman8 palmos mac_croatian mac_farsi mac_romanian""".split()
MULTI = """gb2312 gbk gb18030 hz big5 big5hkscs cp950 euc_jp euc_jis_2004 euc_jisx0213 euc_kr cp949 johab shift_jis
shift_jis_2004 shift_jisx0213 cp932 ascii utf_8""".split()


def wrapped(rows, indent="        "):
    """Lines of at most 110 characters that join the rows with spaces."""
    line = ""
    for row in rows:
        if line and len(line) + 1 + len(row) > 110:
            yield indent + line
            line = ""
        line += (" " if line else "") + row
    if line:
        yield indent + line


def literal(rows):
    return '"""\n' + "\n".join(wrapped(rows)) + '\n        """\n'


def identifier_table():
    decomposed, composed = [], []
    for code in range(0x80, 0x110000):
        char = chr(code)
        if 0xAC00 <= code <= 0xD7A3 or not ("a" + char).isidentifier():
            continue
        full = unicodedata.normalize("NFKD", char)
        if full != char:
            decomposed.append((code, full))
        single = unicodedata.decomposition(char)
        if single and not single.startswith("<") and len(single.split()) == 2:
            if unicodedata.normalize("NFC", char) == char:
                first, second = (int(part, 16) for part in single.split())
                composed.append("%x:%x:%x" % (first, second, code))
    rows = []
    index = 0
    while index < len(decomposed):
        code, full = decomposed[index]
        count = 1
        if len(full) == 1:
            while index + count < len(decomposed) and decomposed[index + count] == (code + count, chr(ord(full) + count)):
                count += 1
        targets = ":".join("%x" % ord(char) for char in full)
        rows.append("%x%s:%s" % (code, "+%x" % count if count > 1 else "", targets))
        index += count
    out = HEAD + "extension IdentifierForm {\n"
    out += "    /// CODE[+COUNT]:SCALAR:…, all hexadecimal: the full compatibility decomposition of a character, or of\n"
    out += "    /// COUNT characters in a row onto as many in a row.\n"
    out += "    static let decompositions: StaticString = " + literal(rows).replace("\n        ", "\n        ")
    out += "\n    /// FIRST:SECOND:COMPOSITE, all hexadecimal.\n"
    out += "    static let compositions: StaticString = " + literal(composed) + "}\n"
    return out


def names_of(codec):
    names = {codec, codec.replace("_", "")} if codec != "utf_8" else {codec}
    names.update(alias for alias, target in encodings.aliases.aliases.items() if target == codec)
    if codec == "iso8859_1":
        names.update(["iso8859_1", "latin_1", "iso_8859_1"])
        names.update(alias for alias, target in encodings.aliases.aliases.items() if target == "latin_1")
    found = set()
    for name in names:
        try:
            codecs.lookup(name)
            found.add(name)
        except LookupError:
            pass
    return sorted(found)


def encoding_tables():
    out = HEAD + "extension SourceEncoding {\n"
    out += "    /// For each single-byte encoding: its names, then the scalars of bytes 80 to FF in hexadecimal, `-` for none,\n"
    out += "    /// COUNT*FIRST for a row of them.\n"
    out += "    static let singleByte: [(names: StaticString, scalars: StaticString)] = [\n"
    for codec in SINGLE:
        scalars = []
        for byte in range(0x80, 0x100):
            try:
                text = bytes([byte]).decode(codec)
                scalars.append(ord(text) if len(text) == 1 else None)
            except UnicodeDecodeError:
                scalars.append(None)
        rows, index = [], 0
        while index < 128:
            count = 1
            if scalars[index] is not None:
                while index + count < 128 and scalars[index + count] == scalars[index] + count:
                    count += 1
            text = "-" if scalars[index] is None else "%x" % scalars[index]
            rows.append("%d*%s" % (count, text) if count > 1 else text)
            index += count
        out += "        (\n            \"\"\"\n"
        out += "\n".join(wrapped_joined(names_of(codec))) + "\n            \"\"\",\n            \"\"\"\n"
        out += "\n".join(wrapped_joined(rows)) + "\n            \"\"\"\n        ),\n"
    out += "    ]\n\n    /// The names of the others, the codec's own first.\n    static let multiByte: [StaticString] = [\n"
    for codec in MULTI:
        names = [codec] + [name for name in names_of(codec) if name != codec]
        out += "        \"\"\"\n" + "\n".join(wrapped(names)) + "\n        \"\"\",\n"
    return out + "    ]\n}\n"


def wrapped_joined(rows):
    return wrapped(rows, "            ")


def main(folder):
    with open(folder + "/Lexing/IdentifierForm+Table.swift", "w") as file:
        file.write(identifier_table())
    with open(folder + "/Text/SourceEncoding+Tables.swift", "w") as file:
        file.write(encoding_tables())


main(sys.argv[1])
