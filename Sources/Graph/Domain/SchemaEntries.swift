/// The words a user reads for a name of the vocabulary.
public struct SchemaWords: Sendable, Equatable {
  /// One of it, in English and Dutch.
  public let english, dutch: String
  /// Several of it, in English and Dutch; empty where it does not apply.
  public let englishPlural, dutchPlural: String

  /// The word for one.
  public func word(in language: Language) -> String { language == .dutch ? dutch : english }

  /// The word for several; the word for one when there is no plural.
  public func plural(in language: Language) -> String {
    let plural = language == .dutch ? dutchPlural : englishPlural
    return plural.isEmpty ? word(in: language) : plural
  }
}

/// How something is drawn, in the words of Graphviz; empty where nothing is said.
public struct SchemaLook: Sendable, Equatable {
  /// The shape of a node.
  public let shape: String
  /// The fill colour.
  public let colour: String
  /// The style: `filled`, `dashed`, several with commas.
  public let style: String
}

/// A label of the vocabulary.
public struct SchemaLabel: Sendable, Equatable {
  /// The name as data and queries write it.
  public let name: String
  /// The labels it is a kind of.
  public let parents: [String]
  /// The relationship types without which its nodes are not there: a view that leaves out all of one leaves out the node.
  public let livesWith: [String]
  /// The two relationship types through which its nodes are drawn as one edge; empty for others.
  public let contract: [String]
  /// What a user reads.
  public let words: SchemaWords
  /// How its nodes are drawn.
  public let drawing: SchemaLook
}

/// A relationship type of the vocabulary.
public struct SchemaType: Sendable, Equatable {
  /// Which end has the property that closes the list of these relationships.
  public enum End: String, Sendable {
    case from, to
  }

  /// The property that, when true, says that all of these relationships of a node are recorded.
  public struct Closing: Sendable, Equatable {
    /// The end whose node has the property.
    public let end: End
    /// The name of the property.
    public let property: String
  }

  /// The name as data and queries write it.
  public let name: String
  /// The labels it may start from; empty when any.
  public let from: [String]
  /// The labels it may lead to; empty when any.
  public let to: [String]
  /// What closes the list; nil when nothing does.
  public let closedBy: Closing?
  /// Structure makes no claim and needs no certainty and source.
  public let isStructure: Bool
  /// What a user reads.
  public let words: SchemaWords
  /// How it is drawn.
  public let drawing: SchemaLook
}

/// A property of the vocabulary.
public struct SchemaProperty: Sendable, Equatable {
  /// What its values are.
  public enum ValueType: Sendable, Equatable {
    case string, strings, integer, float, boolean, date
    /// One of the values of an enumeration.
    case enumeration(String)
  }

  /// The name as data and queries write it.
  public let name: String
  /// The labels it means this on; empty when on all nodes and relationships.
  public let labels: [String]
  /// What its values are.
  public let type: ValueType
  /// What a user reads.
  public let words: SchemaWords
}

/// A list of values in order, from low to high.
public struct SchemaEnumeration: Sendable, Equatable {
  /// A value and what a user reads for it.
  public struct Word: Sendable, Equatable {
    /// The value as data and queries write it.
    public let name: String
    /// What a user reads.
    public let words: SchemaWords
  }

  /// The name.
  public let name: String
  /// The values, low to high.
  public private(set) var values: [Word] = []

  init(name: String) { self.name = name }

  /// The position of a value, from 0; nil when it is none of them. O(values).
  public func rank(of value: String) -> Int? { values.firstIndex { $0.name == value } }

  /// What a user reads for a value; nil when it is none of them.
  public func words(for value: String) -> SchemaWords? { rank(of: value).map { values[$0].words } }

  mutating func add(_ word: Word) {
    if let rank = rank(of: word.name) { values[rank] = word } else { values.append(word) }
  }
}
