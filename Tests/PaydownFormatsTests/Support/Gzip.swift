/// Packing by another program than ours.
enum Gzip {
    static func pack(_ bytes: [UInt8]) throws -> [UInt8] {
        try TemporaryFolder.with { folder in
            try folder.write(bytes, "plain")
            let script = """
                import gzip, sys
                with open(sys.argv[1], "rb") as source, gzip.open(sys.argv[2], "wb") as packed: packed.write(source.read())
                """
            _ = try Python.run(script, [folder.file("plain"), folder.file("packed")])
            return try folder.read("packed")
        }
    }

    static func unpack(_ bytes: [UInt8]) throws -> [UInt8] {
        try TemporaryFolder.with { folder in
            try folder.write(bytes, "packed")
            let script = """
                import gzip, sys
                with gzip.open(sys.argv[1], "rb") as packed, open(sys.argv[2], "wb") as plain: plain.write(packed.read())
                """
            _ = try Python.run(script, [folder.file("packed"), folder.file("plain")])
            return try folder.read("plain")
        }
    }
}
