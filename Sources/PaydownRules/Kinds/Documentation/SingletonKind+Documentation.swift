extension SingletonKind {
    static let documentation = KindDocumentation(
        name: "singleton",
        summary: "One of the shapes of a singleton: one object for all who ask.",
        definition: """
            Shapes: `instance-attribute` is a name such as `_instance = None`, with a type or without, that a function \
            fills later (`cls._instance = …`, `Class._instance = …`, or a module's name by way of `global`); `new` a \
            `__new__` that assigns to `cls`; `getter` a class method or function named like `get_instance`; \
            `module-instance` a module-level object of a class that passes `class`; `metaclass` a metaclass with \
            singleton in its name; `cached-factory` a function without parameters under `lru_cache` or `cache`.
            """,
        parameters: [
            .init("forms", .choices(Form.words), "What counts; all when nothing is written."),
            .init(
                "attribute", .nameTest,
                "Names that hold the object; `_…instance` and `_…singleton` when nothing is written."),
            .init("getter", .nameTest, "Names that hand it out; `get_instance` and its like when nothing is written."),
            .init("class", .nameTest, "Classes of which no module may keep an object; none when nothing is written."),
        ],
        messageWords: ["symbol", "reason"],
        defaultMessage: "{symbol} is {reason}",
        examples: [
            .init(
                "by hand",
                rule: "class.ends-with = \"Manager\"",
                files: [
                    (
                        "a.py",
                        """
                        class Registry:
                            ↓_instance: "Registry" = None
                            _other_instance = None
                            ↓def __new__(cls):
                                cls._instance = object.__new__(cls)
                                return cls._instance
                            @classmethod
                            ↓def get_instance(cls): return cls._instance
                        ↓_instance = None
                        def open():
                            global _instance
                            _instance = Registry()
                        ↓manager = app.SocketManager()
                        other = Socket()
                        """
                    )
                ]),
            .init(
                "by a metaclass, and by a cache",
                rule: "",
                files: [
                    (
                        "a.py",
                        """
                        ↓class Settings(metaclass=SingletonMeta): pass
                        @functools.lru_cache(maxsize=1)
                        ↓def settings(): return Settings()
                        @cache
                        def square(x): return x * x
                        """
                    )
                ]),
        ])
}
