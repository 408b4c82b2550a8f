/// Tells how much of the thread's stack has been used since the meter was made.
///
/// A count of levels alone is no safe limit for a recursive parser: a frame of a debug build is four times one of a
/// release build, and a nested query takes ten times the room of nested parentheses.
struct StackMeter {
  private let start = StackMeter.address

  /// Bytes of stack between the maker of the meter and the caller.
  var used: Int { abs(start - StackMeter.address) }

  private static var address: Int {
    @inline(never) get {
      var here: UInt8 = 0
      return withUnsafeMutablePointer(to: &here) { Int(bitPattern: $0) }
    }
  }
}
