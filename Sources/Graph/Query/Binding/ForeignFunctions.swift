/// Functions that other languages have, and what to write here instead.
enum ForeignFunctions {
  /// What to write instead of a function known from SQL or a spreadsheet.
  static func hint(for name: String) -> String? {
    if let hint = hints[name.lowercased()] { return hint }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let (owner, method) = (name[..<dot], name[name.index(after: dot)...])
    switch method.lowercased() {
    case "contains": return "write \(owner) CONTAINS part"
    case "startswith": return "write \(owner) STARTS WITH part"
    case "endswith": return "write \(owner) ENDS WITH part"
    case "length", "size", "count": return "write size(\(owner))"
    case "tolowercase", "lower", "tolower": return "write toLower(\(owner))"
    case "touppercase", "upper", "toupper": return "write toUpper(\(owner))"
    default: return nil
    }
  }

  /// Why a function of openCypher is not here.
  static func unsupported(_ name: String) -> String? {
    let root = name.lowercased().split(separator: ".").first.map(String.init) ?? ""
    if ["datetime", "localdatetime", "time", "localtime", "timestamp", "zoned_datetime"].contains(root) {
      return "of the types of time there are date() and duration()"
    }
    if root == "apoc" || root == "gds" { return "the functions of Neo4j's plug-ins are not there" }
    if root == "point" || root == "distance" { return "there are no places on a map here" }
    return nil
  }

  private static let hints: [String: String] = [
    "nvl": "write coalesce(a, b)", "ifnull": "write coalesce(a, b)", "isnull": "write a IS NULL, or coalesce(a, b)",
    "len": "write size(x)", "count_elements": "write size(x)", "array_length": "write size(x)",
    "substr": "write substring(text, start, length), where start counts from 0",
    "mid": "write substring(text, start, length), where start counts from 0",
    "uppercase": "write toUpper(text)", "lowercase": "write toLower(text)", "ucase": "write toUpper(text)",
    "lcase": "write toLower(text)",
    "instr": "write text CONTAINS part", "charindex": "write text CONTAINS part", "like": "write text CONTAINS part",
    "contains": "write text CONTAINS part", "startswith": "write text STARTS WITH part",
    "endswith": "write text ENDS WITH part",
    "concat": "join texts with +", "concat_ws": "join texts with +",
    "group_concat": "write collect(x)", "string_agg": "write collect(x)", "listagg": "write collect(x)",
    "array_agg": "write collect(x)", "list": "write collect(x)",
    "convert": "write toInteger(x), toFloat(x), toString(x) or date(x)",
    "cast": "write toInteger(x), toFloat(x), toString(x) or date(x)",
    "to_char": "write toString(x)", "str": "write toString(x)", "to_number": "write toInteger(x) or toFloat(x)",
    "int": "write toInteger(x)", "float": "write toFloat(x)", "to_date": "write date('2018-03-01')",
    "getdate": "write date()", "now": "write date()", "today": "write date()", "sysdate": "write date()",
    "current_date": "write date()", "curdate": "write date()",
    "year": "write d.year", "month": "write d.month", "day": "write d.day",
    "datepart": "write d.year, d.month or d.day",
    "datediff": "write duration.between(from, to)", "dateadd": "write d + duration({days: 1})",
    "iif": "write CASE WHEN a THEN b ELSE c END", "if": "write CASE WHEN a THEN b ELSE c END",
    "decode": "write CASE x WHEN 1 THEN a ELSE b END",
    "average": "write avg(x)", "mean": "write avg(x)", "total": "write sum(x)",
    "median": "write percentileCont(x, 0.5)",
    "stddev": "write stDev(x)", "random": "write rand()", "trunc": "write floor(x)", "first": "write head(list)",
    "filter": "write [x IN list WHERE condition]", "extract": "write [x IN list | expression], or d.year of a date",
    "label": "write labels(n)", "reltype": "write type(r)", "neighbors": "write a pattern: (n)--(m)",
  ]
}
