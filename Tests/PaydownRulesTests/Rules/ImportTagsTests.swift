import Testing

/// The fix of an import depends on how it is imported.
struct ImportTagsTests {
    private static let rule = "[[rule]]\nid = \"r\"\nkind = \"import\"\nmodule.is = \"old\""

    @Test(arguments: [
        ("import old", []),
        ("import old as new", ["alias"]),
        ("from old import a, b as c", ["alias"]),
        ("from old import *", ["star", "re-export"]),
        ("def f():\n    import old", ["in-function"]),
        ("if TYPE_CHECKING:\n    import old", ["type-checking"]),
        ("try:\n    import old\nexcept ImportError:\n    pass", ["try-fallback"]),
        ("try:\n    import new\nexcept ModuleNotFoundError:\n    import old", ["try-fallback"]),
        ("try:\n    import new\nexcept (OSError, ImportError):\n    if x:\n        import old", ["try-fallback"]),
        ("try:\n    if x:\n        import old\n    y = 1\nexcept ImportError:\n    pass", ["try-fallback"]),
        ("try:\n    import old\nexcept OSError:\n    pass\nexcept ImportError:\n    pass", ["try-fallback"]),
        ("try:\n    import old\nexcept OSError:\n    pass", []),
        (
            "try:\n    import old\n    try:\n        x()\n    except ImportError:\n        pass\nexcept OSError:\n    pass",
            []
        ),
        ("try:\n    import old\nfinally:\n    pass\ntry:\n    x()\nexcept ImportError:\n    pass", []),
        (
            "def f():\n    try:\n        import old\n    except ImportError:\n        pass",
            ["try-fallback", "in-function"]
        ),
    ]) func `tags say how a module is imported`(_ source: String, _ tags: [String]) throws {
        let tree = try CheckedTree(Self.rule, ["a.py": source])

        #expect(tree.findings.map(\.tags) == [tags])
    }

    @Test func `a package gives on what it imports, and tests are marked`() throws {
        let tree = try CheckedTree(Self.rule, ["app/__init__.py": "import old", "tests/test_a.py": "import old"])

        #expect(tree.findings.map(\.tags) == [["re-export"], ["test"]])
    }
}
