import Testing

@testable import Graph

@Suite("Literals")
struct LiteralTests {
  @Test(
    "Whole numbers fill 64 bits in three bases",
    arguments: [
      ParsingCase("0", "0"), ParsingCase("007", "7"), ParsingCase("0x1F", "31"), ParsingCase("0Xff", "255"),
      ParsingCase("0o17", "15"), ParsingCase("-0x10", "-16"), ParsingCase("- 5", "-5"),
      ParsingCase("9223372036854775807", "9223372036854775807"),
      ParsingCase("-9223372036854775808", "-9223372036854775808"),
      ParsingCase("-0x8000000000000000", "-9223372036854775808"),
      ParsingCase("-0o1000000000000000000000", "-9223372036854775808"),
    ])
  func integers(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Fractions and exponents make a float",
    arguments: [
      ParsingCase("1.0", "1.0"), ParsingCase(".5", "0.5"), ParsingCase("-.5", "-0.5"),
      ParsingCase("1e9", "1000000000.0"),
      ParsingCase("1.5E-3", "0.0015"), ParsingCase("1e+2", "100.0"), ParsingCase("1e-999", "0.0"),
      ParsingCase("-0.0", "-0.0"),
    ])
  func floats(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "A minus is part of the number unless a postfix binds tighter",
    arguments: [
      ParsingCase("1-2", "(- 1 2)"), ParsingCase("1--2", "(- 1 -2)"), ParsingCase("-1.a", "(minus 1.a)"),
      ParsingCase("--1", "(minus -1)"),
    ])
  func minus(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Texts stand between single or double quotes",
    arguments: [
      ParsingCase("''", "''"), ParsingCase("'a'", "'a'"), ParsingCase(#""it's""#, "'it's'"),
      ParsingCase("'it''s'", "'it's'"), ParsingCase(#"'it\'s'"#, "'it's'"),
      ParsingCase(#""say ""hi""""#, #"'say "hi"'"#),
      ParsingCase(#"'\n\t\\\/\"'"#, "'\n\t\\/\"'"), ParsingCase(#"'\d+'"#, #"'\d+'"#),
      ParsingCase("'two\nlines'", "'two\nlines'"),
      ParsingCase(#"'\u00e9'"#, "'é'"), ParsingCase(#"'\U0001F600'"#, "'😀'"), ParsingCase(#"'\uD83D\uDE00'"#, "'😀'"),
      ParsingCase("'Súdwest-Fryslân'", "'Súdwest-Fryslân'"), ParsingCase("'// no comment -- '", "'// no comment -- '"),
    ])
  func texts(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Truth values, null and parameters",
    arguments: [
      ParsingCase("TRUE", "true"), ParsingCase("False", "false"), ParsingCase("nUlL", "null"),
      ParsingCase("$name", "$name"), ParsingCase("$1", "$1"), ParsingCase("$`a b`", "$a b"),
      ParsingCase("$null", "$null"),
    ])
  func others(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "What is wrong with a literal has a name",
    arguments: [
      ParsingCase("9223372036854775808", "IntegerOverflow"), ParsingCase("-9223372036854775809", "IntegerOverflow"),
      ParsingCase("0x8000000000000000", "IntegerOverflow"), ParsingCase("-0x8000000000000001", "IntegerOverflow"),
      ParsingCase("0o7777777777777777777777777", "IntegerOverflow"), ParsingCase("1e309", "FloatingPointOverflow"),
      ParsingCase("-1e309", "FloatingPointOverflow"), ParsingCase("0x", "InvalidNumberLiteral"),
      ParsingCase("0xZ", "InvalidNumberLiteral"), ParsingCase("0o8", "InvalidNumberLiteral"),
      ParsingCase("9a", "InvalidNumberLiteral"), ParsingCase("1.5x", "InvalidNumberLiteral"),
      ParsingCase("1e", "InvalidNumberLiteral"), ParsingCase("1_000", "InvalidNumberLiteral"),
      ParsingCase(#"'\uH'"#, "InvalidUnicodeLiteral"), ParsingCase(#"'\u12'"#, "InvalidUnicodeLiteral"),
      ParsingCase(#"'\uD83D'"#, "InvalidUnicodeLiteral"), ParsingCase(#"'\U00110000'"#, "InvalidUnicodeLiteral"),
      ParsingCase("1 – 2", "InvalidUnicodeCharacter"), ParsingCase("‘a’", "InvalidUnicodeCharacter"),
      ParsingCase("'open", "UnexpectedSyntax"), ParsingCase("`open", "UnexpectedSyntax"),
      ParsingCase("``", "UnexpectedSyntax"),
      ParsingCase("1 # 2", "UnexpectedSyntax"), ParsingCase("$", "UnexpectedSyntax"),
      ParsingCase("/* open", "UnexpectedSyntax"),
    ])
  func mistakes(_ example: ParsingCase) {
    #expect(Parsing.error("RETURN " + example.text)?.detail == example.expected)
  }
}
