import Graph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

FreedMemory.keep()
FreedMemory.useLargePages()
exit(Tool(streams: .standard).run(Array(CommandLine.arguments.dropFirst())))
