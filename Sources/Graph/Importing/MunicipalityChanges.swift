/// What a table says about the municipalities themselves: one that it names first, and one that it names no more.
struct MunicipalityChanges {
  /// The codes of municipalities that the folder did not know, with their names and days and the day of the
  /// first list.
  private(set) var begun: [(code: String, entry: Municipalities.Entry, seen: CalendarDate)] = []
  /// The codes of municipalities that are in no list any more, and the day of the first list without them.
  private(set) var ended: [(code: String, date: CalendarDate)] = []

  var isEmpty: Bool { begun.isEmpty && ended.isEmpty }

  /// Compares the lists with the municipalities that are known.
  ///
  /// Only days with lists of nearly all municipalities (nine in ten of the longest, and of those the folder has on the day) say
  /// that one has gone.
  init(_ lists: RegionLists, _ municipalities: Municipalities) {
    let byDate = lists.municipalitiesByDate
    let longest = byDate.values.map(\.count).max() ?? 0
    let national = byDate.filter { date, codes in
      codes.count * 10 >= 9 * max(longest, municipalities.count(on: date))
    }.keys.sorted()
    var seen: [String: (first: CalendarDate, last: CalendarDate)] = [:]
    for (date, codes) in byDate {
      for code in codes {
        let known = seen[code] ?? (date, date)
        seen[code] = (min(known.first, date), max(known.last, date))
      }
    }
    for code in Set(seen.keys).union(municipalities.entries.keys).sorted() {
      let last = seen[code]?.last
      let missing = national.first { date in last.map { $0 < date } ?? true }
      if let entry = municipalities.entries[code] {
        guard entry.until == nil, let missing, entry.from.map({ $0 < missing }) ?? true else { continue }
        ended.append((code, missing))
      } else if let first = seen[code]?.first {
        let isNew = !municipalities.entries.isEmpty || national.first.map { $0 < first } ?? false
        let entry = Municipalities.Entry(name: lists.names[code] ?? code, from: isNew ? first : nil, until: missing)
        begun.append((code, entry, first))
      }
    }
  }

  /// The municipalities with the changes made.
  func applied(to municipalities: Municipalities) -> Municipalities {
    var changed = municipalities
    for (code, entry, _) in begun { changed.add(code, entry) }
    for (code, date) in ended { changed.end(code, on: date) }
    return changed
  }

  /// The file with the changes made, by code.
  func applied(to table: PlainTable, source: (CalendarDate) -> String) -> PlainTable {
    var changed = table
    let days = Dictionary(ended.map { ($0.code, $0.date) }) { first, _ in first }
    for place in changed.rows.indices {
      guard let day = days[table.text(changed.rows[place], "id")], let column = table.column("valid_until") else {
        continue
      }
      changed.rows[place].cells[column] = day.description
    }
    for (code, entry, first) in begun {
      let values = [
        "id": code, ":LABEL": "Municipality;Party", "code": code, "name": entry.name,
        "valid_from": entry.from?.description ?? "", "valid_until": entry.until?.description ?? "",
        "source": source(first),
      ]
      let cells = table.titles.map { values[$0] ?? values[String($0.prefix { $0 != ":" })] ?? "" }
      changed.rows.append(PlainTable.Row(line: 0, cells: cells))
    }
    if !begun.isEmpty { changed.rows.sort { table.text($0, "id") < table.text($1, "id") } }
    return changed
  }
}
