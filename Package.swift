// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "paydown",
    products: [
        .executable(name: "paydown", targets: ["paydown"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // C: what Swift cannot reach by itself.
        .systemLibrary(name: "CNcurses", path: "Sources/CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CLinux"),
        .target(name: "CCrash"),

        // The pure core: values in, values out.
        .target(name: "PaydownCore", swiftSettings: settings),
        .target(name: "PaydownPython", swiftSettings: settings),
        .target(name: "PaydownScreen", swiftSettings: settings),
        .target(name: "PaydownWidgets", dependencies: ["PaydownScreen"], swiftSettings: settings),
        .target(
            name: "PaydownDashboard", dependencies: ["PaydownCore", "PaydownScreen", "PaydownWidgets"],
            swiftSettings: settings),
        .target(name: "PaydownReport", dependencies: ["PaydownCore", "PaydownScreen"], swiftSettings: settings),

        // The edge: files, terminal, processes.
        .target(name: "PaydownFormats", dependencies: ["PaydownCore", "CZlib"], swiftSettings: settings),
        .target(
            name: "PaydownProject",
            dependencies: ["PaydownCore", "PaydownScreen", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: settings),
        .target(
            name: "PaydownTerminal", dependencies: ["PaydownScreen", "CNcurses", "CLinux", "CCrash"],
            swiftSettings: settings),
        .target(
            name: "PaydownCommands",
            dependencies: [
                "PaydownCore", "PaydownDashboard", "PaydownFormats", "PaydownProject", "PaydownReport",
                "PaydownScreen", "PaydownTerminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], swiftSettings: settings),
        .executableTarget(name: "paydown", dependencies: ["PaydownCommands"], swiftSettings: settings),
        .executableTarget(
            name: "paydown-bench", dependencies: ["PaydownCore", "PaydownFormats"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
