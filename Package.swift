// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order in which data flows: bytes → Document → Revision → StoryDiff → report.
let package = Package(
  name: "Stet",
  products: [
    .executable(name: "stet", targets: ["stet"]),
    .library(name: "StoryDiff", targets: ["StoryDiff"]),
    .library(name: "StoryArchive", targets: ["StoryArchive"]),
    .library(name: "StoryTracker", targets: ["StoryTracker"]),
    .library(name: "StoryKit", targets: ["StoryModel", "StoryCapture", "StoryReport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Values.
    .target(name: "StoryModel"),

    // Bytes of a page or a file become a Document.
    .systemLibrary(
      name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CUchardet", path: "Sources/CUchardet", pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"])]),
    .target(name: "StoryCapture", dependencies: ["StoryModel", "CLibxml2", "CUchardet"]),

    // A Document becomes a revision.
    .systemLibrary(
      name: "CLibgit2", path: "Repo/CLibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"])]),
    .target(name: "Git", dependencies: ["CLibgit2", "CZlib"], path: "Repo/Git"),
    .target(
      name: "StoryArchive", dependencies: ["StoryModel", "Git"], path: "Repo/StoryArchive",
      exclude: ["FORMAT.md"]),

    // What git cannot answer fast.
    .target(
      name: "StoryCatalogue",
      dependencies: [
        "StoryModel", "StoryArchive", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Repo/StoryCatalogue"),

    // Two Documents become a StoryDiff.
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
    .target(
      name: "CLanguageFiles", path: "Sources/StoryLanguage/Resources",
      exclude: ["en.json", "fr.json", "de.json", "es.json"]),
    .target(
      name: "StoryLanguage", dependencies: ["StoryModel", "CHunspell", "CLanguageFiles"],
      exclude: ["LANGUAGES.md", "Resources"]),
    .target(
      name: "StoryDiff", dependencies: ["StoryModel", "StoryLanguage"],
      exclude: ["PIPELINE.md", "TRICKY.md"]),

    // A StoryDiff is drawn.
    .target(
      name: "StoryReport", dependencies: ["StoryModel", "StoryDiff"], exclude: ["FORMATS.md"]),

    // The three verbs, and the command line over them.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "StoryTracker",
      dependencies: [
        "StoryModel", "StoryCapture", "StoryArchive", "StoryCatalogue", "StoryDiff", "StoryReport",
        "CZlib",
      ]),
    .executableTarget(
      name: "stet",
      dependencies: [
        "StoryTracker", "StoryReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("Demo/ferry-1.html"), .embedInCode("Demo/ferry-2.html"),
        .embedInCode("Demo/ferry-3.html"), .embedInCode("Demo/ferry-4.html"),
      ]),

    // Tests: a target a module.
    .target(
      name: "TestSupport", dependencies: ["StoryModel"], path: "Tests/TestSupport"),
    .target(
      name: "StoryRules", dependencies: ["StoryModel", "StoryCapture", "StoryDiff", "StoryReport"],
      path: "Tests/StoryRules"),
    .testTarget(name: "StoryModelTests", dependencies: ["StoryModel", "TestSupport"]),
    .testTarget(
      name: "StoryCaptureTests", dependencies: ["StoryCapture", "TestSupport"]),
    .testTarget(name: "GitTests", dependencies: ["Git", "TestSupport"]),
    .testTarget(
      name: "StoryArchiveTests", dependencies: ["StoryArchive", "Git", "TestSupport"]),
    .testTarget(
      name: "StoryCatalogueTests",
      dependencies: [
        "StoryCatalogue", "StoryArchive", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "StoryLanguageTests", dependencies: ["StoryLanguage"]),
    .testTarget(
      name: "StoryDiffTests",
      dependencies: ["StoryDiff", "StoryReport", "StoryCapture", "StoryRules"]),
    .testTarget(
      name: "StoryReportTests",
      dependencies: ["StoryReport", "StoryDiff", "StoryCapture", "TestSupport"]),
    .testTarget(
      name: "StoryTrackerTests",
      dependencies: ["StoryTracker", "StoryReport", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["stet", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// What scripts/fuzz builds, and nobody else: libFuzzer brings the main function.
if Context.environment["STET_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "stet-fuzz", dependencies: ["StoryRules"], path: "Tests/Fuzzer",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
