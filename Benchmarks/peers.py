#!/usr/bin/env python3
"""The same work done by DuckDB (SQL) and igraph (a C library), for comparison.

    python3 -m pip install duckdb python-igraph
    swift run -c release Benchmarks --scale 10 --folder FOLDER
    python3 Benchmarks/peers.py FOLDER

Times are medians of five runs from the statement to all rows in Python. W1, W2 and W5 use random pairs of their own, so
their row counts differ from the Swift table's; W3, W4 and W6 to W8 must agree.
"""
import csv
import glob
import os
import random
import statistics
import sys
import time

FOLDER = sys.argv[1]


def rows(name):
    with open(os.path.join(FOLDER, name), newline="", encoding="utf-8") as file:
        return list(csv.reader(file))[1:]


PARTIES = [r[0] for n in ("municipality.csv", "swv.csv", "organisation.csv") for r in rows(n)]
FORUMS = [r[0] for r in rows("forum.csv")]
THEMES = [r[0] for r in rows("theme.csv")]
random.seed(7)
PAIRS = [tuple(random.sample(PARTIES, 2)) for _ in range(1000)]
ROUTES = [(random.choice(THEMES), random.choice(FORUMS)) for _ in range(1000)]


def median(work):
    times, result = [], None
    for _ in range(5):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000, result


class DuckDB:
    def load(self):
        import duckdb
        self.c = duckdb.connect()
        for path in glob.glob(os.path.join(FOLDER, "*.csv")):
            name = os.path.basename(path)[:-4]
            self.c.execute(f"CREATE TABLE {name}_table AS FROM read_csv('{path}', header=true, all_varchar=true)")
        self.c.execute('CREATE TABLE seat AS SELECT ":START_ID" AS p, ":END_ID" AS f, level, mandate FROM sits_in_table')
        for name in ("in", "covers", "handles"):
            self.c.execute(f'CREATE TABLE {name}_edge AS SELECT ":START_ID" AS a, ":END_ID" AS b FROM {name}_table')
        self.c.execute('CREATE TABLE region AS SELECT "id:ID" AS id, name, ":LABEL" AS label FROM region_table')
        self.c.execute('CREATE TABLE forum AS SELECT "id:ID" AS id, kind FROM forum_table')
        self.c.execute("CREATE TABLE pair AS SELECT * FROM (VALUES "
                       + ",".join(f"({i},'{a}','{b}')" for i, (a, b) in enumerate(PAIRS)) + ") v(i, a, b)")

    def sql(self, text):
        return self.c.execute(text).fetchall()

    def W1(self):
        return self.sql("SELECT DISTINCT i, x.f FROM pair JOIN seat x ON x.p = a JOIN seat y ON y.p = b AND y.f = x.f")

    def W3(self):
        return self.sql("""WITH n AS (SELECT b, count(*) AS n FROM in_edge GROUP BY b)
          SELECT x.b, y.b, count(*) AS c, any_value(nx.n), any_value(ny.n) FROM in_edge x JOIN in_edge y ON x.a = y.a
          JOIN region rx ON rx.id = x.b JOIN region ry ON ry.id = y.b JOIN n nx ON nx.b = x.b JOIN n ny ON ny.b = y.b
          WHERE rx.label < ry.label GROUP BY x.b, y.b""")

    def W4(self):
        return self.sql("""SELECT a, b FROM covers_edge WHERE NOT EXISTS (SELECT 1 FROM seat x JOIN seat y ON x.f = y.f
          JOIN forum ON forum.id = x.f WHERE x.p = a AND y.p = b AND kind = 'OOGO' AND x.level = 'bestuurlijk'
          AND y.level = 'bestuurlijk')""")

    def W6(self):
        return self.sql("""WITH s AS (SELECT DISTINCT p, f FROM seat), o AS (SELECT x.p, y.p AS q, count(*) AS n, min(x.f) AS f
          FROM s x JOIN s y ON x.f = y.f AND x.p < y.p GROUP BY x.p, y.p) SELECT f, count(*) FROM o WHERE n = 1 GROUP BY f""")

    def W7(self):
        return self.sql("""WITH s AS (SELECT DISTINCT p, f FROM seat), n AS (SELECT f, count(*) AS n FROM s GROUP BY f)
          SELECT x.f, y.f FROM s x JOIN s y ON x.p = y.p AND x.f <> y.f JOIN n ON n.f = x.f
          GROUP BY x.f, y.f, n HAVING count(*) = n""")

    def W8(self):
        return self.sql("""SELECT r.name, count(DISTINCT b.a) FROM in_edge a JOIN region r ON r.id = a.b AND r.label = 'RMC'
          JOIN in_edge b ON b.b = r.id JOIN in_edge bj ON bj.a = b.a JOIN region j ON j.id = bj.b AND j.label = 'JobMarket'
          WHERE NOT EXISTS (FROM in_edge z WHERE z.a = a.a AND z.b = j.id) GROUP BY r.name""")


class IGraph:
    def load(self):
        import igraph
        names = PARTIES + FORUMS
        self.number = {name: i for i, name in enumerate(names)}
        seats = {(self.number[r[0]], self.number[r[1]]) for r in rows("sits_in.csv")}
        self.g = igraph.Graph(n=len(names), edges=sorted(seats))
        self.n = [set(x) for x in self.g.get_adjlist()]
        board = {}
        kind = {r[0]: r[2] for r in rows("forum.csv")}
        for p, f, _, level, _ in rows("sits_in.csv"):
            if kind[f] == "OOGO" and level == "bestuurlijk":
                board.setdefault(p, set()).add(f)
        self.board, self.covers = board, [(r[0], r[1]) for r in rows("covers.csv")]

    def W1(self):
        n, at = self.n, self.number
        return [(i, f) for i, (a, b) in enumerate(PAIRS) for f in n[at[a]] & n[at[b]]]

    def W2(self):
        at = self.number
        return [self.g.distances(at[a], at[b])[0][0] for a, b in PAIRS]

    def W4(self):
        none = set()
        return [(s, m) for s, m in self.covers if not self.board.get(s, none) & self.board.get(m, none)]

    def W7(self):
        first, result = len(PARTIES), []
        for f in range(first, first + len(FORUMS)):
            if self.n[f]:
                common = set.intersection(*(self.n[p] for p in self.n[f]))
                result += [(f, g) for g in common if g != f]
        return result


for engine in (DuckDB(), IGraph()):
    name = type(engine).__name__
    print(name)
    try:
        start = time.perf_counter()
        engine.load()
        print(f"  W9  {(time.perf_counter() - start) * 1000:.1f} ms  load")
    except ImportError as missing:
        print(f"{name}: not installed ({missing})")
        continue
    for item in ("W1", "W2", "W3", "W4", "W6", "W7", "W8"):
        if hasattr(engine, item):
            ms, result = median(getattr(engine, item))
            print(f"  {item}  {ms:.3f} ms  {len(result)} rows")
