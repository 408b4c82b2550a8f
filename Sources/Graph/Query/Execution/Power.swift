#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The one function of arithmetic that the standard library does not have.
enum Power {
  static func value(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
