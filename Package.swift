// swift-tools-version: 6.2
import PackageDescription

/// The register that holds the place of each call's frame is free for other use in the release: a twentieth of a scan. What
/// unwinds a stack has tables for that.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .unsafeFlags(
        ["-Xcc", "-Xclang", "-Xcc", "-mframe-pointer=none"], .when(platforms: [.linux], configuration: .release)),
]

/// Swift's own libraries inside the program: it takes 5 MB less memory, and runs where there is no Swift. What is called
/// by name is what Foundation's modules, built to be found at run time, do not name themselves. Nobody looks for symbols in
/// a program: the tables of 19,000 would be searched at each start.
let staticLibraries = [
    "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections",
    "-lstdc++", "-use-ld=lld", "-Xlinker", "--no-export-dynamic",
]

let package = Package(
    name: "paydown",
    products: [
        .executable(name: "paydown", targets: ["paydown"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // C: what Swift cannot reach by itself.
        .systemLibrary(name: "CNcurses", path: "Sources/CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CVector"),
        .target(name: "CLinux"),
        .target(name: "CCrash"),

        // The pure core: values in, values out.
        .target(name: "PaydownCore", dependencies: ["CVector"], swiftSettings: settings),
        .target(name: "PaydownPython", dependencies: ["CVector"], swiftSettings: settings),
        .target(
            name: "PaydownRules", dependencies: ["CVector", "PaydownCore", "PaydownPython"], swiftSettings: settings),
        .target(name: "PaydownScreen", swiftSettings: settings),
        .target(name: "PaydownWidgets", dependencies: ["PaydownScreen"], swiftSettings: settings),
        .target(
            name: "PaydownDashboard", dependencies: ["CVector", "PaydownCore", "PaydownScreen", "PaydownWidgets"],
            swiftSettings: settings),
        .target(name: "PaydownReport", dependencies: ["PaydownCore", "PaydownScreen"], swiftSettings: settings),

        // The edge: files, terminal, processes.
        .target(name: "PaydownFormats", dependencies: ["PaydownCore", "CZlib"], swiftSettings: settings),
        .target(
            name: "PaydownHistory",
            dependencies: [
                "PaydownCore", "PaydownFormats", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: settings),
        .target(
            name: "PaydownProject",
            dependencies: [
                "PaydownCore", "PaydownRules", "PaydownScreen", .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: settings),
        .target(
            name: "PaydownScan",
            dependencies: [
                "CLinux", "PaydownCore", "PaydownPython", "PaydownRules",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], swiftSettings: settings),
        .target(
            name: "PaydownTerminal", dependencies: ["PaydownScreen", "CNcurses", "CLinux", "CCrash"],
            swiftSettings: settings),
        .target(
            name: "PaydownCommands",
            dependencies: [
                "PaydownCore", "PaydownDashboard", "PaydownFormats", "PaydownHistory", "PaydownProject",
                "PaydownPython",
                "PaydownReport", "PaydownRules", "PaydownScan", "PaydownScreen", "PaydownTerminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "paydown", dependencies: ["PaydownCommands"], swiftSettings: settings,
            linkerSettings: [.unsafeFlags(staticLibraries, .when(platforms: [.linux], configuration: .release))]),
        .executableTarget(
            name: "paydown-bench",
            dependencies: [
                "CAllocations", "CLinux", "PaydownCore", "PaydownDashboard", "PaydownFormats", "PaydownHistory",
                "PaydownScreen", "PaydownTerminal",
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "paydown-fuzz", dependencies: ["PaydownPython", "PaydownRules"],
            swiftSettings: settings),

        // Tests: a bundle for each target, and the real program in a real terminal.
        .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
        .target(name: "CAllocations", path: "Tests/CAllocations"),
        .target(name: "CFaultyFiles", path: "Tests/CFaultyFiles", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "paydown-history-probe", dependencies: ["PaydownFormats", "PaydownHistory"],
            path: "Tests/paydown-history-probe", swiftSettings: settings),
        .target(
            name: "PaydownTestSupport", dependencies: ["CLinux", "CVterm", "PaydownScreen"],
            path: "Tests/PaydownTestSupport", swiftSettings: settings),
        .executableTarget(
            name: "paydown-terminal-probe", dependencies: ["PaydownTerminal", "PaydownTestSupport"],
            path: "Tests/paydown-terminal-probe", swiftSettings: settings),
        .testTarget(
            name: "PaydownCoreTests", dependencies: ["PaydownCore", "PaydownTestSupport"],
            exclude: ["Forecast/oracle.py"], swiftSettings: settings),
        .testTarget(
            name: "PaydownPythonTests",
            dependencies: ["CVector", "PaydownPython", "PaydownTestSupport", "paydown-fuzz"],
            exclude: ["Oracle/facts.py", "Oracle/tables.py", "Oracle/vectors.c"], swiftSettings: settings),
        .testTarget(
            name: "PaydownScreenTests", dependencies: ["CNcurses", "PaydownScreen", "PaydownTestSupport"],
            exclude: ["Scripts"], swiftSettings: settings),
        .testTarget(
            name: "PaydownWidgetsTests", dependencies: ["PaydownScreen", "PaydownTestSupport", "PaydownWidgets"],
            swiftSettings: settings),
        .testTarget(
            name: "PaydownScreenThemeTests",
            dependencies: ["PaydownProject", "PaydownScreen", "PaydownTestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PaydownFormatsTests", dependencies: ["PaydownCore", "PaydownFormats", "PaydownTestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PaydownHistoryTests",
            dependencies: [
                "CFaultyFiles", "PaydownCore", "PaydownFormats", "PaydownHistory", "PaydownTestSupport",
                "paydown-history-probe",
            ], exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "PaydownProjectTests", dependencies: ["PaydownProject", "PaydownRules", "PaydownTestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PaydownTerminalTests",
            dependencies: [
                "CAllocations", "CNcurses", "PaydownTerminal", "PaydownTestSupport", "paydown-terminal-probe",
            ], swiftSettings: settings),
        .testTarget(
            name: "PaydownDashboardTests",
            dependencies: [
                "CAllocations", "PaydownCore", "PaydownDashboard", "PaydownFormats", "PaydownScreen",
                "PaydownTestSupport", "PaydownWidgets",
            ], exclude: ["Goldens"], swiftSettings: settings),
        .testTarget(
            name: "PaydownRulesTests",
            dependencies: ["PaydownCore", "PaydownProject", "PaydownPython", "PaydownRules", "PaydownTestSupport"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "PaydownScanTests",
            dependencies: [
                "PaydownCore", "PaydownFormats", "PaydownProject", "PaydownPython", "PaydownRules", "PaydownScan",
                "PaydownTestSupport",
            ], swiftSettings: settings),
        .testTarget(
            name: "PaydownCommandsTests",
            dependencies: [
                "PaydownCommands", "PaydownCore", "PaydownDashboard", "PaydownProject", "PaydownReport", "PaydownRules",
                "PaydownScreen", "PaydownTestSupport", "paydown",
            ], swiftSettings: settings),
        .testTarget(
            name: "PaydownArchitectureTests", dependencies: ["PaydownFormats", "PaydownTestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PaydownEndToEndTests", dependencies: ["PaydownScreen", "PaydownTestSupport", "paydown"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
