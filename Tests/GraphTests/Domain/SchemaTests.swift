import Testing

@testable import Graph

@Suite("The vocabulary")
struct SchemaTests {
  private let schema = Schema.builtIn

  @Test("the built-in table has no mistakes")
  func builtIn() throws {
    var schema = Schema()
    try schema.extend(with: PackageResources.schema_csv, file: "schema.csv")
    #expect(schema.labels.count > 30)
    #expect(schema.types.count > 30)
  }

  @Test("labels are kinds of others")
  func kinds() {
    #expect(schema.ancestry(of: "Partnership") == ["Partnership", "Region", "Party"])
    #expect(schema.isLabel("RMCRegion", kindOf: "Region"))
    #expect(!schema.isLabel("Region", kindOf: "RMCRegion"))
    #expect(schema.label("Mandate")?.livesWith == ["HOLDS", "IN_FORUM"])
    #expect(schema.label("Mandate")?.contract == ["HOLDS", "IN_FORUM"])
    #expect(schema.label("Forum")?.words.plural(in: .dutch) == "overleggen")
  }

  @Test("types say what they join and what closes their lists")
  func types() {
    #expect(schema.type("HOLDS")?.to == ["Mandate"])
    #expect(schema.type("ABOUT_NODE")?.to == [])
    #expect(schema.type("OF_DIVISION")?.isStructure == true)
    #expect(schema.type("IN_FORUM")?.isStructure == false)
    #expect(schema.closings["IN_FORUM"] == SchemaType.Closing(end: .to, property: "seats_complete"))
  }

  @Test("enumerations are in order from low to high")
  func enumerations() {
    let level = schema.enumeration(ofProperty: "level")
    #expect(level?.values.map(\.name) == ["official", "executive", "directors", "board", "unknown"])
    #expect(level?.rank(of: "board") == 3)
    #expect(level?.words(for: "board")?.word(in: .dutch) == "bestuurlijk")
    #expect(schema.ranks(ofProperty: "certainty")?["stated"] == 4)
    #expect(schema.enumeration(ofProperty: "name") == nil)
  }

  @Test("near misses are found")
  func nearest() {
    #expect(schema.nearestLabel(to: "Munincipality") == "Municipality")
    #expect(schema.nearestType(to: "IN_REGIO") == "IN_REGION")
    #expect(schema.nearestProperty(to: "times_per_yer") == "times_per_year")
  }

  @Test("a landscape's own table adds and replaces")
  func extended() throws {
    let landscape = try landscape([
      "schema.csv":
        "kind,name,parent,from,en,nl\nlabel,Club,Party,,club,vereniging\nvalue,steering,level,,steering,sturend\n"
        + "value,board,level,,top,top\n",
      "n.csv": "id:ID,:LABEL,level\nx,Club,steering\n",
    ])
    #expect(landscape.schema.isLabel("Club", kindOf: "Party"))
    let level = landscape.schema.enumeration("level")
    #expect(level?.rank(of: "steering") == 5)
    #expect(level?.rank(of: "board") == 3)
    #expect(level?.words(for: "board")?.english == "top")
  }

  @Test(
    "mistakes in it are explained",
    arguments: [
      ("kind,nme\n", "schema.csv:1: 'nme' is no column of a vocabulary (column nme)\n  hint: did you mean 'name'?"),
      ("kind,name\nlable,X\n", "schema.csv:2: 'lable' is no kind of row (column kind)\n  hint: did you mean 'label'?"),
      (
        "kind,name,parent\nlabel,X,Partty\n",
        "schema.csv: 'X' names the unknown label 'Partty'\n  hint: did you mean 'Party'?"
      ),
      (
        "kind,name,closed_by\ntype,X,complete\n",
        "schema.csv:2: 'complete' names no property of an end (column closed_by)\n  hint: write to.complete or from.complete"
      ),
      ("kind,name,structure\ntype,X,ja\n", "schema.csv:2: 'ja' is neither true nor false (column structure)"),
      ("kind,name\nvalue,X\n", "schema.csv:2: the value belongs to no enumeration (column parent)"),
      (
        "kind,name,from\nproperty,x,levl\n",
        "schema.csv: 'x' names the unknown enumeration or type of value 'levl'\n  hint: did you mean 'level'?"
      ),
    ])
  func mistakes(_ table: String, expected: String) throws {
    let complaints = try LandscapeFixture(["schema.csv": table, "n.csv": "id:ID,:LABEL\n"]).complaints()
    #expect(complaints.contains(expected), "\(complaints)")
  }

  @Test("no name of a label, type or property is a reserved word of GQL")
  func reservedWords() {
    let names = schema.labels.map(\.name) + schema.types.map(\.name) + schema.properties.map(\.name)
    #expect(names.filter { ReservedWords.gql.contains($0.uppercased()) } == [])
  }
}

/// The reserved words of ISO/IEC 39075 (GQL), pre-reserved ones included.
enum ReservedWords {
  static let gql = Set(
    """
    ABS ACOS ALL ALL_DIFFERENT AND ANY ARRAY AS ASC ASCENDING ASIN AT ATAN AVG BIG BIGINT BINARY BOOL BOOLEAN BOTH BTRIM BY \
    BYTE_LENGTH BYTES CALL CARDINALITY CASE CAST CEIL CEILING CHAR CHAR_LENGTH CHARACTER_LENGTH CHARACTERISTICS CLOSE COALESCE \
    COLLECT_LIST COMMIT COPY COS COSH COT COUNT CREATE CURRENT_DATE CURRENT_GRAPH CURRENT_PROPERTY_GRAPH CURRENT_SCHEMA \
    CURRENT_TIME CURRENT_TIMESTAMP DATE DATETIME DAY DEC DECIMAL DEGREES DELETE DESC DESCENDING DETACH DISTINCT DOUBLE DROP \
    DURATION DURATION_BETWEEN ELEMENT_ID ELSE END EXCEPT EXISTS EXP FALSE FILTER FINISH FLOAT FLOAT16 FLOAT32 FLOAT64 FLOAT128 \
    FLOAT256 FLOOR FOR FROM GROUP HAVING HOME_GRAPH HOME_PROPERTY_GRAPH HOME_SCHEMA HOUR IF IMPLIES IN INSERT INT INTEGER INT8 \
    INTEGER8 INT16 INTEGER16 INT32 INTEGER32 INT64 INTEGER64 INT128 INTEGER128 INT256 INTEGER256 INTERSECT INTERVAL IS LEADING \
    LEFT LET LIKE LIMIT LIST LN LOCAL LOCAL_DATETIME LOCAL_TIME LOCAL_TIMESTAMP LOG LOG10 LOWER LTRIM MATCH MAX MIN MINUTE MOD \
    MONTH NEXT NODETACH NORMALIZE NOT NOTHING NULL NULLS NULLIF OCTET_LENGTH OF OFFSET OPTIONAL OR ORDER OTHERWISE PARAMETER \
    PARAMETERS PATH PATH_LENGTH PATHS PERCENTILE_CONT PERCENTILE_DISC POWER PRECISION PROPERTY_EXISTS RADIANS REAL RECORD REMOVE \
    REPLACE RESET RETURN RIGHT ROLLBACK RTRIM SAME SCHEMA SECOND SELECT SESSION SESSION_USER SET SIGNED SIN SINH SIZE SKIP SMALL \
    SMALLINT SQRT START STDDEV_POP STDDEV_SAMP STRING SUM TAN TANH THEN TIME TIMESTAMP TRAILING TRIM TRUE TYPED UBIGINT UINT \
    UINT8 UINT16 UINT32 UINT64 UINT128 UINT256 UNION UNKNOWN UNSIGNED UPPER USE USMALLINT VALUE VARBINARY VARCHAR VARIABLE WHEN \
    WHERE WITH XOR YEAR YIELD ZONED ZONED_DATETIME ZONED_TIME ABSTRACT AGGREGATE AGGREGATES ALTER CATALOG CLEAR CLONE CONSTRAINT \
    CURRENT_ROLE CURRENT_USER DATA DIRECTORY DRYRUN EXACT EXISTING FUNCTION GQLSTATUS GRANT INSTANT INFINITY NUMBER NUMERIC ON \
    OPEN PARTITION PROCEDURE PRODUCT PROJECT QUERY RECORDS REFERENCE RENAME REVOKE SUBSTRING SYSTEM_USER TEMPORAL UNIQUE UNIT \
    VALUES WHITESPACE
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
