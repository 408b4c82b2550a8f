// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "graphq",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Graph", targets: ["Graph"]),
    .executable(name: "graphq", targets: ["graphq"]),
  ],
  targets: [
    .target(
      name: "Graph",
      resources: [
        .embedInCode("Domain/schema.csv"),
        .embedInCode("Phrases/Library"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(name: "graphq", dependencies: ["Graph"], swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Graph"], path: "Benchmarks", exclude: ["more.py", "peers.py", "README.md"],
      swiftSettings: strict),
    .testTarget(name: "GraphTests", dependencies: ["Graph"], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "graphqTests", dependencies: ["Graph", "graphq"], exclude: ["Golden"], swiftSettings: strict),
  ]
)
