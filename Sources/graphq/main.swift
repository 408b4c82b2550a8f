import Graph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

FreedMemory.keep()
exit(Tool(streams: .standard).run(Array(CommandLine.arguments.dropFirst())))
