import Graph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

exit(Tool(streams: .standard).run(Array(CommandLine.arguments.dropFirst())))
