#!/usr/bin/env python3
"""Statements beyond W1 to W8, asked of graphq and of DuckDB (SQL): are the answers equal, and how long do they take?

    python3 -m pip install duckdb
    swift build -c release
    swift run -c release Benchmarks --scale 10 --folder FOLDER
    python3 Benchmarks/more.py FOLDER .build/release/graphq

Names of statements may follow, to ask only those. A time is the median of three runs. For graphq it is compiling plus
executing, each time in a new process; reading the folder and writing the answer out are not counted. For DuckDB it is
the time from the SQL to all rows in Python, in one process with the tables already loaded. The ratio is DuckDB's time
divided by graphq's: above 1, graphq is the faster. The SQL is written to suit DuckDB, not word for word like ours. Rows
are compared in order where the statement orders its answer.

The exit status is 1 when an answer differs or graphq gives none.
"""
import csv
import glob
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

RUNS, TIMEOUT = 3, 60

# The SQL of chains between pairs: the forums and parties reached from each end, meeting in the middle. A party is 2
# relationships from those with whom it shares a forum. Only seats at the level of the board count.
CHAIN_SQL = """WITH e AS MATERIALIZED (SELECT DISTINCT party, forum FROM sits WHERE level = 'bestuurlijk'),
     fa1 AS MATERIALIZED (SELECT i, forum FROM pair JOIN e ON party = a),
     fb1 AS MATERIALIZED (SELECT i, forum FROM pair JOIN e ON party = b),
     a1 AS MATERIALIZED (SELECT DISTINCT i, party FROM fa1 JOIN e USING (forum)),
     b1 AS MATERIALIZED (SELECT DISTINCT i, party FROM fb1 JOIN e USING (forum)),
     fa2 AS MATERIALIZED (SELECT DISTINCT i, forum FROM a1 JOIN e USING (party)),
     fb2 AS MATERIALIZED (SELECT DISTINCT i, forum FROM b1 JOIN e USING (party)),
     l2 AS (SELECT i FROM fa1 JOIN fb1 USING (i, forum)),
     l4 AS (SELECT i FROM a1 JOIN b1 USING (i, party)),
     l6 AS MATERIALIZED (SELECT i FROM fa2 JOIN fb2 USING (i, forum)),
     a2 AS (SELECT DISTINCT i, party FROM fa2 JOIN e USING (forum) WHERE i NOT IN (FROM l6)),
     b2 AS (SELECT DISTINCT i, party FROM fb2 JOIN e USING (forum) WHERE i NOT IN (FROM l6)),
     l8 AS (SELECT i FROM a2 JOIN b2 USING (i, party))
     SELECT i, CASE WHEN i IN (FROM l2) THEN 2 WHEN i IN (FROM l4) THEN 4 WHEN i IN (FROM l6) THEN 6
       WHEN i IN (FROM l8) THEN 8 ELSE -1 END FROM pair"""


def outward(seats, most, result, by="forum"):
    """The SQL of chains from one municipality outward: `seats` that count, up to `most` relationships, in r(p, d) the distances."""
    return f"""WITH RECURSIVE s AS MATERIALIZED ({seats}),
     r(p, d) USING KEY (p) AS (SELECT 'm0', 0 UNION SELECT DISTINCT party, d + 2
       FROM (SELECT DISTINCT {by}, d FROM r JOIN s ON party = p WHERE d < {most}) JOIN s USING ({by})
       WHERE NOT EXISTS (FROM recurring.r z WHERE z.p = party))
     {result}"""


# (name, what it asks, graphq, DuckDB)
STATEMENTS = [
    ("three_way", "overlap of provinces, RMC and job market regions",
     """MATCH (p:Province)<-[:IN]-(m:Municipality)-[:IN]->(r:RMC), (m)-[:IN]->(j:JobMarket)
     WITH p, r, j, count(*) AS c
     WITH p, r, j, c, COUNT { (p)<-[:IN]-() } AS np, COUNT { (r)<-[:IN]-() } AS nr, COUNT { (j)<-[:IN]-() } AS nj
     RETURN p.id, r.id, j.id, c, CASE WHEN c = np AND c = nr AND c = nj THEN 'equal'
       WHEN c = np OR c = nr OR c = nj THEN 'nested' ELSE 'crossing' END""",
     """WITH n AS (SELECT region, count(*) AS n FROM place GROUP BY region),
     x AS (SELECT party, region, label, n FROM place JOIN region ON id = region JOIN n USING (region))
     SELECT p.region, r.region, j.region, count(*) AS c, CASE WHEN c = p.n AND c = r.n AND c = j.n THEN 'equal'
       WHEN c = p.n OR c = r.n OR c = j.n THEN 'nested' ELSE 'crossing' END
     FROM x p JOIN x r ON r.party = p.party JOIN x j ON j.party = p.party
     WHERE p.label = 'Province' AND r.label = 'RMC' AND j.label = 'JobMarket'
     GROUP BY p.region, r.region, j.region, p.n, r.n, j.n"""),
    ("pairs", "pairs of parties that share 2 or more forums",
     """MATCH (a)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(b) WHERE a.id < b.id
     WITH a, b, count(DISTINCT f) AS n WHERE n >= 2 RETURN n, count(*) ORDER BY n""",
     """WITH s AS (SELECT DISTINCT party, forum FROM sits)
     SELECT n, count(*) FROM (SELECT count(*) AS n FROM s x JOIN s y ON y.forum = x.forum AND x.party < y.party
       GROUP BY x.party, y.party HAVING n >= 2) GROUP BY n ORDER BY n"""),
    ("top_pairs", "the 20 pairs of municipalities that meet most",
     """MATCH (a:Municipality)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(b:Municipality) WHERE a.id < b.id AND f.kind <> 'NAT'
     WITH a, b, count(DISTINCT f) AS n, count(*) AS seats
     RETURN a.name, b.name, n, seats ORDER BY n DESC, seats DESC, a.id, b.id LIMIT 20""",
     """WITH s AS (SELECT party, forum, count(*) AS n FROM sits JOIN municipality m ON m.id = party
       JOIN forum f ON f.id = forum AND kind <> 'NAT' GROUP BY party, forum),
     t AS (SELECT x.party AS a, y.party AS b, count(*) AS n, sum(x.n * y.n) AS seats FROM s x
       JOIN s y ON y.forum = x.forum AND x.party < y.party GROUP BY x.party, y.party)
     SELECT a.name, b.name, n, seats FROM t JOIN municipality a ON a.id = t.a JOIN municipality b ON b.id = t.b
     ORDER BY n DESC, seats DESC, a.id, b.id LIMIT 20"""),
    ("gap_two", "covered, never deciding together, alone in its region",
     """MATCH (s:SWV)-[:COVERS]->(m:Municipality)
     WHERE NOT EXISTS { MATCH (s)-[x:SITS_IN]->(f:Forum)<-[y:SITS_IN]-(m)
       WHERE x.mandate IN ['decide', 'agree'] AND y.mandate IN ['decide', 'agree'] }
     AND NOT EXISTS { MATCH (s)-[:COVERS]->(n:Municipality)-[:IN]->(:RMC)<-[:IN]-(m) WHERE n <> m }
     RETURN s.id, m.id""",
     """WITH met AS (SELECT c.swv, c.party FROM covers c JOIN sits x ON x.party = c.swv
       JOIN sits y ON y.party = c.party AND y.forum = x.forum
       WHERE x.mandate IN ('decide', 'agree') AND y.mandate IN ('decide', 'agree')),
     rmc AS (SELECT party, region FROM place JOIN region ON id = region AND label = 'RMC'),
     near AS (SELECT c.swv, c.party FROM covers c JOIN rmc x ON x.party = c.party
       JOIN rmc y ON y.region = x.region AND y.party <> x.party JOIN covers d ON d.swv = c.swv AND d.party = y.party)
     FROM covers ANTI JOIN met USING (swv, party) ANTI JOIN near USING (swv, party)"""),
    ("gap_kinds", "covered pairs without a forum, for each kind of it",
     """MATCH (f:Forum) WITH DISTINCT f.kind AS kind MATCH (s:SWV)-[:COVERS]->(m:Municipality)
     WHERE NOT EXISTS { MATCH (s)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(m) WHERE f.kind = kind }
     RETURN kind, count(*)""",
     """WITH met AS (SELECT DISTINCT kind, swv, c.party FROM covers c JOIN sits x ON x.party = c.swv
       JOIN sits y ON y.party = c.party AND y.forum = x.forum JOIN forum ON id = x.forum)
     SELECT kind, count(*) FROM (SELECT kind, swv, party FROM (SELECT DISTINCT kind FROM forum), covers)
       ANTI JOIN met USING (kind, swv, party) GROUP BY kind"""),
    ("chain", "shortest chain of board seats, 300 pairs",
     """UNWIND $pairs AS p MATCH (a {id: p.a}) MATCH (b {id: p.b})
     OPTIONAL MATCH q = ANY SHORTEST (a)-[x:SITS_IN WHERE x.level = 'bestuurlijk']-{1,8}(b)
     RETURN p.i, coalesce(length(q), -1)""", CHAIN_SQL),
    ("chain_steps", "the same, repeating a path of two seats",
     """UNWIND $pairs AS p MATCH (a {id: p.a}) MATCH (b {id: p.b})
     OPTIONAL MATCH q = ANY SHORTEST (a) ((u)-[x:SITS_IN]->(f:Forum)<-[y:SITS_IN]-(v)
       WHERE x.level = 'bestuurlijk' AND y.level = 'bestuurlijk'){1,4} (b)
     RETURN p.i, coalesce(length(q), -1)""", CHAIN_SQL),
    ("chain_in", "chain of seats that decide or agree, 300 pairs",
     """UNWIND $pairs AS p MATCH (a {id: p.a}) MATCH (b {id: p.b})
     OPTIONAL MATCH q = ANY SHORTEST (a) ((u)-[x:SITS_IN]->(f:Forum)<-[y:SITS_IN]-(v)
       WHERE x.mandate IN ['decide', 'agree'] AND y.mandate IN ['decide', 'agree']){1,4} (b)
     RETURN p.i, coalesce(length(q), -1)""",
     CHAIN_SQL.replace("level = 'bestuurlijk'", "mandate IN ('decide', 'agree')")),
    ("chain_avoid", "50 parties to one, some kinds of forums, without 400",
     """MATCH (b {id: 'm0'}) UNWIND $ids AS id MATCH (a {id: id})
     OPTIONAL MATCH q = ANY SHORTEST (a) ((u)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(v)
       WHERE f.kind IN ['WG', 'LEA', 'TABLE'] AND NOT f.id IN $forums){1,6} (b)
     RETURN id, coalesce(length(q), -1)""",
     outward("""SELECT DISTINCT party, forum FROM sits JOIN forum ON id = forum
       WHERE kind IN ('WG', 'LEA', 'TABLE') AND forum NOT IN (FROM forums)""", 12,
             "SELECT id, coalesce(d, -1) FROM ids LEFT JOIN r ON p = id")),
    ("chain_level", "50 parties to one, each forum at one level",
     """MATCH (b {id: 'm0'}) UNWIND $ids AS id MATCH (a {id: id})
     OPTIONAL MATCH q = ANY SHORTEST (a) ((u)-[x:SITS_IN]->(f:Forum)<-[y:SITS_IN]-(v) WHERE x.level = y.level){1,4} (b)
     RETURN id, coalesce(length(q), -1)""",
     outward("SELECT DISTINCT party, forum, level FROM sits", 8,
             "SELECT id, coalesce(d, -1) FROM ids LEFT JOIN r ON p = id", "forum, level")),
    ("chain_towns", "from one municipality to all, past no other party",
     """MATCH (a:Municipality {id: 'm0'}), (b:Municipality) WHERE b <> a
     MATCH q = ANY SHORTEST (a) ((u:Municipality)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(v:Municipality)){1,3} (b)
     RETURN length(q), count(*)""",
     outward("SELECT DISTINCT party, forum FROM sits JOIN municipality ON id = party", 6,
             "SELECT d, count(*) FROM r WHERE d > 0 GROUP BY d")),
    ("chain_from", "from one municipality to all, some official seats",
     """MATCH (a:Municipality {id: 'm0'}), (b:Municipality) WHERE b <> a
     OPTIONAL MATCH q = ANY SHORTEST (a)-[x:SITS_IN WHERE x.level = 'ambtelijk' AND x.mandate IN ['decide', 'agree']]-{1,14}(b)
     RETURN b.id, coalesce(length(q), -1)""",
     outward("""SELECT DISTINCT party, forum FROM sits
       WHERE level = 'ambtelijk' AND mandate IN ('decide', 'agree')""", 14,
             "SELECT id, coalesce(d, -1) FROM municipality LEFT JOIN r ON p = id WHERE id <> 'm0'")),
    ("chain_count", "number of shortest chains to one, outside NAT",
     """MATCH (b {id: 'm0'}) UNWIND $ids AS id MATCH (a {id: id})
     MATCH q = ALL SHORTEST (a) ((u)-[x:SITS_IN]->(f:Forum)<-[y:SITS_IN]-(v) WHERE f.kind <> 'NAT'){1,3} (b)
     RETURN id, length(q), count(*)""",
     """WITH e AS MATERIALIZED (SELECT party, forum, count(*) AS n FROM sits JOIN forum ON id = forum AND kind <> 'NAT' GROUP BY party, forum),
     fa1 AS MATERIALIZED (SELECT id AS i, forum, n FROM ids JOIN e ON party = id),
     fb1 AS MATERIALIZED (SELECT forum, n FROM e WHERE party = 'm0'),
     l2 AS MATERIALIZED (SELECT i, sum(fa1.n * fb1.n) AS c FROM fa1 JOIN fb1 USING (forum) GROUP BY i),
     a1 AS MATERIALIZED (SELECT i, party, sum(fa1.n * e.n) AS n FROM fa1 JOIN e USING (forum) WHERE i NOT IN (SELECT i FROM l2) GROUP BY i, party),
     b1 AS MATERIALIZED (SELECT party, sum(fb1.n * e.n) AS n FROM fb1 JOIN e USING (forum) GROUP BY party),
     l4 AS MATERIALIZED (SELECT i, sum(a1.n * b1.n) AS c FROM a1 JOIN b1 USING (party) GROUP BY i),
     fa2 AS MATERIALIZED (SELECT i, forum, sum(a1.n * e.n) AS n FROM a1 JOIN e USING (party) WHERE i NOT IN (SELECT i FROM l4) GROUP BY i, forum),
     fb2 AS MATERIALIZED (SELECT forum, sum(b1.n * e.n) AS n FROM b1 JOIN e USING (party) GROUP BY forum),
     l6 AS (SELECT i, sum(fa2.n * fb2.n) AS c FROM fa2 JOIN fb2 USING (forum) GROUP BY i)
     SELECT i, 2, c FROM l2 UNION ALL SELECT i, 4, c FROM l4 UNION ALL SELECT i, 6, c FROM l6"""),
    ("quantifiers", "forums by all, any, none and one of the mandates",
     """MATCH (f:Forum)<-[s:SITS_IN]-(p) WITH f, collect(s.mandate) AS ms, collect(s.level) AS ls
     RETURN all(x IN ms WHERE x <> 'none') AS a, any(x IN ls WHERE x = 'uitvoerend') AS b,
       none(x IN ms WHERE x = 'agree') AS c, single(x IN ms WHERE x = 'decide') AS d, count(*), sum(size([x IN ms WHERE x STARTS WITH 'a']))""",
     """WITH x AS (SELECT forum, bool_and(mandate <> 'none') AS a, bool_or(level = 'uitvoerend') AS b, NOT bool_or(mandate = 'agree') AS c,
       count(*) FILTER (mandate = 'decide') = 1 AS d, count(*) FILTER (starts_with(mandate, 'a')) AS n FROM sits GROUP BY forum)
     SELECT a, b, c, d, count(*), sum(n) FROM x GROUP BY ALL"""),
    ("pivot", "seats of a region by kind and mandate, in columns",
     """MATCH (r:RMC)<-[:IN]-(m:Municipality)-[s:SITS_IN]->(f:Forum)
     RETURN r.id, sum(CASE WHEN f.kind = 'NAT' AND s.mandate = 'decide' THEN 1 ELSE 0 END) AS nat,
       sum(CASE WHEN f.kind = 'BOARD' THEN 1 ELSE 0 END) AS board, count(CASE WHEN f.kind = 'LEA' AND s.level = 'bestuurlijk' THEN m END) AS lea,
       count(DISTINCT CASE WHEN f.kind = 'WG' THEN f END) AS wg, count(DISTINCT CASE WHEN s.mandate <> 'none' THEN m END) AS act
     ORDER BY nat DESC, board DESC, r.id""",
     """SELECT region, count(*) FILTER (kind = 'NAT' AND mandate = 'decide') AS nat, count(*) FILTER (kind = 'BOARD') AS board,
       count(*) FILTER (kind = 'LEA' AND level = 'bestuurlijk'), count(DISTINCT forum) FILTER (kind = 'WG'), count(DISTINCT party) FILTER (mandate <> 'none')
     FROM place JOIN region r ON r.id = region AND label = 'RMC' JOIN sits USING (party) JOIN forum f ON f.id = forum
     GROUP BY region ORDER BY nat DESC, board DESC, region"""),
    ("shares", "forums in order of a share and other computed keys",
     """MATCH (f:Forum)<-[s:SITS_IN]-(p) WITH f, count(*) AS n, count(CASE WHEN s.mandate = 'decide' THEN 1 END) AS d, count(DISTINCT s.level) AS l
     RETURN f.id, n, d, l ORDER BY toFloat(d) / n DESC, l DESC, n * d DESC, toInteger(substring(f.id, 1)) LIMIT 100""",
     """WITH x AS (SELECT forum, count(*) AS n, count(*) FILTER (mandate = 'decide') AS d, count(DISTINCT level) AS l FROM sits GROUP BY forum)
     SELECT forum, n, d, l FROM x ORDER BY d::DOUBLE / n DESC, l DESC, n * d DESC, substr(forum, 2)::INT LIMIT 100"""),
    ("reach", "municipalities within 6 steps of 50 parties",
     """UNWIND $ids AS id MATCH (s {id: id})-[:SITS_IN]-{1,6}(m:Municipality) WHERE m <> s
     RETURN s.id, count(DISTINCT m)""",
     """WITH s AS MATERIALIZED (SELECT DISTINCT party, forum FROM sits),
     f1 AS (SELECT party AS s, forum FROM s JOIN ids ON id = party),
     p1 AS (SELECT DISTINCT f1.s, party FROM f1 JOIN s USING (forum)),
     f2 AS (SELECT DISTINCT p1.s, forum FROM p1 JOIN s USING (party)),
     p2 AS (SELECT DISTINCT f2.s, party FROM f2 JOIN s USING (forum)),
     f3 AS (SELECT DISTINCT p2.s, forum FROM p2 JOIN s USING (party)),
     p3 AS (SELECT DISTINCT f3.s, party FROM f3 JOIN s USING (forum))
     SELECT s, count(*) FROM p3 JOIN municipality ON id = party WHERE party <> s GROUP BY s"""),
    ("distances", "from one municipality to every organisation",
     """MATCH (a:Municipality {id: 'm0'}), (b:Organisation) MATCH q = ANY SHORTEST (a)-[:SITS_IN]-{1,8}(b)
     RETURN length(q), count(*)""",
     """WITH RECURSIVE s AS MATERIALIZED (SELECT DISTINCT party, forum FROM sits), r(p, d) USING KEY (p) AS (
       SELECT 'm0', 0 UNION SELECT DISTINCT party, d + 2
       FROM (SELECT DISTINCT forum, d FROM r JOIN s ON party = p WHERE d < 8) JOIN s USING (forum)
       WHERE NOT EXISTS (FROM recurring.r z WHERE z.p = party))
     SELECT d, count(*) FROM r JOIN organisation ON id = p GROUP BY d"""),
    ("what_if_two", "pairs lost without two forums, the 100 worst",
     """MATCH (a)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(b) WHERE a.id < b.id
     WITH a, b, count(DISTINCT f) AS n, min(f.id) AS g, max(f.id) AS h WHERE n = 2
     RETURN g, h, count(*) AS c ORDER BY c DESC, g, h LIMIT 100""",
     """WITH s AS (SELECT DISTINCT party, forum FROM sits), t AS (SELECT min(x.forum) AS g, max(x.forum) AS h
       FROM s x JOIN s y ON y.forum = x.forum AND x.party < y.party GROUP BY x.party, y.party HAVING count(*) = 2)
     SELECT g, h, count(*) AS c FROM t GROUP BY g, h ORDER BY c DESC, g, h LIMIT 100"""),
    ("redundant", "forums whose board members all meet in another",
     """MATCH (p)-[s:SITS_IN]->(f:Forum) WHERE s.level = 'bestuurlijk' WITH f, count(DISTINCT p) AS n
     MATCH (f)<-[s:SITS_IN]-(p)-[:SITS_IN]->(g:Forum) WHERE s.level = 'bestuurlijk' AND f <> g
     WITH f, g, n, count(DISTINCT p) AS c WHERE c = n RETURN f.id, g.id""",
     """WITH e AS (SELECT DISTINCT party, forum FROM sits WHERE level = 'bestuurlijk'),
     n AS (SELECT forum, count(*) AS n FROM e GROUP BY forum)
     SELECT x.forum, y.forum FROM e x JOIN (SELECT DISTINCT party, forum FROM sits) y ON y.party = x.party
       AND x.forum <> y.forum JOIN n ON n.forum = x.forum GROUP BY x.forum, y.forum, n HAVING count(*) = n"""),
    ("top_degree", "the 25 parties with most seats",
     """MATCH (n)-[s:SITS_IN]->(:Forum) RETURN n.id, n.name, count(s) AS d ORDER BY d DESC, n.id LIMIT 25""",
     """SELECT p.id, p.name, count(*) AS d FROM party p JOIN sits s ON s.party = p.id GROUP BY ALL
     ORDER BY d DESC, p.id LIMIT 25"""),
    ("levels", "seats, forums and members by region and level",
     """MATCH (r)<-[:IN]-(m:Municipality)-[s:SITS_IN]->(f:Forum)
     RETURN r.id, s.level, count(*), count(DISTINCT f), count(DISTINCT m)""",
     """SELECT region, level, count(*), count(DISTINCT forum), count(DISTINCT party) FROM place JOIN sits USING (party)
     GROUP BY ALL"""),
    ("id_list", "municipalities that a list of 50 parties meets",
     """MATCH (a)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(b:Municipality) WHERE a.id IN $ids AND b <> a
     RETURN b.id, count(DISTINCT f), count(DISTINCT a)""",
     """SELECT y.party, count(DISTINCT x.forum), count(DISTINCT x.party) FROM sits x JOIN sits y ON y.forum = x.forum
       AND x.party <> y.party JOIN municipality m ON m.id = y.party WHERE x.party IN (SELECT id FROM ids)
     GROUP BY y.party"""),
    ("names", "seats by parts of names",
     """MATCH (o:Organisation)-[s:SITS_IN]->(f:Forum)
     WHERE o.name STARTS WITH 'Stichting' AND o.name CONTAINS 'regio 1' AND f.name ENDS WITH '7'
     RETURN f.kind, s.level, count(*), count(DISTINCT o)""",
     """SELECT f.kind, s.level, count(*), count(DISTINCT o.id) FROM organisation o JOIN sits s ON s.party = o.id
       JOIN forum f ON f.id = s.forum WHERE starts_with(o.name, 'Stichting') AND contains(o.name, 'regio 1')
       AND ends_with(f.name, '7') GROUP BY ALL"""),
    ("order_limit", "20 of all meetings, in order of five keys",
     """MATCH (a:Municipality)-[s:SITS_IN]->(f:Forum)<-[t:SITS_IN]-(b:Organisation)
     RETURN a.name, b.name, f.name, s.level, t.level
     ORDER BY f.name DESC, b.name, a.name, s.level, t.level SKIP 100 LIMIT 20""",
     """SELECT a.name, b.name, f.name, s.level, t.level FROM municipality a JOIN sits s ON s.party = a.id
       JOIN forum f ON f.id = s.forum JOIN sits t ON t.forum = f.id JOIN organisation b ON b.id = t.party
     ORDER BY f.name DESC, b.name, a.name, s.level, t.level LIMIT 20 OFFSET 100"""),
    ("order_all", "all seats of organisations, in order",
     """MATCH (o:Organisation)-[s:SITS_IN]->(f:Forum) RETURN o.id, f.id, s.level ORDER BY s.level, f.id, o.id""",
     """SELECT party, forum, level FROM sits JOIN organisation ON id = party ORDER BY level, forum, party"""),
    ("distinct", "municipalities and organisations that meet, by region",
     """MATCH (a:Municipality)-[:SITS_IN]->(:Forum)<-[:SITS_IN]-(b:Organisation) WITH DISTINCT a, b
     MATCH (a)-[:IN]->(p:Province) RETURN p.name, count(*)""",
     """SELECT r.name, count(*) FROM (SELECT DISTINCT x.party AS a, y.party AS b FROM sits x
       JOIN municipality m ON m.id = x.party JOIN sits y ON y.forum = x.forum JOIN organisation o ON o.id = y.party)
     JOIN place ON party = a JOIN region r ON r.id = region AND r.label = 'Province' GROUP BY r.id, r.name"""),
    ("optional", "who decides and themes, for forums with none too",
     """MATCH (f:Forum) OPTIONAL MATCH (f)<-[s:SITS_IN]-(m:Municipality) WHERE s.mandate = 'decide'
     OPTIONAL MATCH (f)-[:HANDLES]->(t:Theme) WITH f, count(DISTINCT m) AS ms, count(DISTINCT t) AS ts
     RETURN f.kind, sum(ms), sum(ts), count(*)""",
     """WITH m AS (SELECT forum, party FROM sits JOIN municipality ON id = party WHERE mandate = 'decide'),
     x AS (SELECT f.id, f.kind, count(DISTINCT m.party) AS ms, count(DISTINCT h.theme) AS ts FROM forum f
       LEFT JOIN m ON m.forum = f.id LEFT JOIN handles h ON h.forum = f.id GROUP BY f.id, f.kind)
     SELECT kind, sum(ms), sum(ts), count(*) FROM x GROUP BY kind"""),
    ("collect", "the members of forums with 3 or more",
     """MATCH (m:Municipality)-[:SITS_IN]->(f:Forum) WITH f, collect(DISTINCT m.id) AS ms WHERE size(ms) >= 3
     RETURN f.id, size(ms), ms""",
     """SELECT forum, count(DISTINCT party) AS n, list(DISTINCT party) FROM sits JOIN municipality ON id = party
     GROUP BY forum HAVING n >= 3"""),
    ("triangle", "three forums, the first linked to both others",
     """MATCH (a:Forum)-[:PREPARES_FOR|ADVISES]->(b:Forum)-[:PREPARES_FOR|ADVISES|REPORTS_TO]->(c:Forum),
       (a)-[:PREPARES_FOR|ADVISES]->(c) RETURN a.kind, b.kind, c.kind, count(*)""",
     """SELECT a.kind, b.kind, c.kind, count(*) FROM links x JOIN links y ON y.a = x.b JOIN links z ON z.a = x.a
       AND z.b = y.b AND z.rowid <> x.rowid AND z.rowid <> y.rowid AND x.rowid <> y.rowid
       JOIN forum a ON a.id = x.a JOIN forum b ON b.id = x.b JOIN forum c ON c.id = y.b
     WHERE x.type <> 'REPORTS_TO' AND z.type <> 'REPORTS_TO' GROUP BY ALL"""),
    ("theme_pairs", "the 50 pairs of themes most often handled together",
     """MATCH (t:Theme)<-[:HANDLES]-(f:Forum)-[:HANDLES]->(u:Theme) WHERE t.id < u.id
     RETURN t.id, u.id, count(*) AS c ORDER BY c DESC, t.id, u.id LIMIT 50""",
     """SELECT x.theme, y.theme, count(*) AS c FROM handles x JOIN handles y ON y.forum = x.forum AND x.theme < y.theme
     GROUP BY ALL ORDER BY c DESC, x.theme, y.theme LIMIT 50"""),
    ("theme_gap", "municipalities with no seat where a theme is handled",
     """MATCH (t:Theme), (m:Municipality) WHERE NOT EXISTS { (m)-[:SITS_IN]->(:Forum)-[:HANDLES]->(t) }
     RETURN t.id, count(*)""",
     """WITH s AS (SELECT DISTINCT party, theme FROM sits JOIN handles USING (forum))
     SELECT theme, count(*) FROM (SELECT t.id AS theme, m.id AS party FROM theme t, municipality m)
       ANTI JOIN s USING (party, theme) GROUP BY theme"""),
    ("alike", "the 50 pairs in an RMC region most alike in forums",
     """MATCH (a:Municipality)-[:IN]->(:RMC)<-[:IN]-(b:Municipality) WHERE a.id < b.id
     WITH a, b, COUNT { MATCH (a)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(b) RETURN DISTINCT f } AS c,
       COUNT { MATCH (a)-[:SITS_IN]->(f:Forum) RETURN DISTINCT f } AS na,
       COUNT { MATCH (b)-[:SITS_IN]->(f:Forum) RETURN DISTINCT f } AS nb
     RETURN a.id, b.id, c, na + nb - c AS u ORDER BY toFloat(c) / u DESC, a.id, b.id LIMIT 50""",
     """WITH s AS (SELECT DISTINCT party, forum FROM sits JOIN municipality ON id = party),
     n AS (SELECT party, count(*) AS n FROM s GROUP BY party),
     p AS (SELECT x.party AS a, y.party AS b FROM place x JOIN place y ON y.region = x.region AND x.party < y.party
       JOIN region r ON r.id = x.region AND r.label = 'RMC'),
     t AS (SELECT x.party AS a, y.party AS b, count(*) AS n FROM s x JOIN s y ON y.forum = x.forum
       AND x.party < y.party GROUP BY x.party, y.party),
     u AS (SELECT a, b, coalesce(t.n, 0) AS c, na.n + nb.n - c AS u FROM p LEFT JOIN t USING (a, b)
       JOIN n na ON na.party = a JOIN n nb ON nb.party = b)
     SELECT a, b, c, u FROM u ORDER BY c::DOUBLE / u DESC, a, b LIMIT 50"""),
    ("schema", "relationships by type and labels of both ends",
     """MATCH (n)-[r]->(m) RETURN labels(n)[0], type(r), labels(m)[0], count(*)""",
     """SELECT x.label, type, y.label, count(*) FROM edge JOIN node x ON x.id = a JOIN node y ON y.id = b
     GROUP BY ALL"""),
]

TABLES = """municipality: id, name FROM node WHERE label = 'Municipality'
swv: id, name FROM node WHERE label = 'SWV'
organisation: id, name FROM node WHERE label = 'Organisation'
party: id, name, label FROM node WHERE label IN ('Municipality', 'SWV', 'Organisation')
forum: id, name, kind FROM node WHERE label = 'Forum'
theme: id, name FROM node WHERE label = 'Theme'
region: id, name, label FROM node WHERE id IN (SELECT b FROM edge WHERE type = 'IN')
sits: a AS party, b AS forum, level, mandate FROM edge WHERE type = 'SITS_IN'
place: a AS party, b AS region FROM edge WHERE type = 'IN'
covers: a AS swv, b AS party FROM edge WHERE type = 'COVERS'
handles: a AS forum, b AS theme FROM edge WHERE type = 'HANDLES'
links: a, b, type FROM edge WHERE type IN ('PREPARES_FOR', 'ADVISES', 'REPORTS_TO')"""


def load(folder):
    """The tables of the folder in DuckDB, first as all nodes and all edges, then one table for each kind."""
    nodes, edges = [], []
    for path in sorted(glob.glob(os.path.join(folder, "*.csv"))):
        with open(path, newline="", encoding="utf-8") as file:
            (edges if ":START_ID" in next(csv.reader(file)) else nodes).append(path)
    db, options = duckdb.connect(), "header = true, all_varchar = true, union_by_name = true"
    db.execute(f"""CREATE TABLE node AS SELECT "id:ID" AS id, ":LABEL" AS label, name, kind
      FROM read_csv({nodes}, {options})""")
    db.execute(f"""CREATE TABLE edge AS SELECT ":START_ID" AS a, ":END_ID" AS b, ":TYPE" AS type, level, mandate
      FROM read_csv({edges}, {options})""")
    for line in TABLES.splitlines():
        name, query = line.split(": ", 1)
        db.execute(f"CREATE TABLE {name} AS SELECT {query}")
    return db


def parameters(db):
    """The same pairs and list of parties each time, as tables for DuckDB and as parameters for graphq."""
    parties = [row[0] for row in db.execute("SELECT id FROM party ORDER BY id").fetchall()]
    random.seed(7)
    pairs = [(i, *random.sample(parties, 2)) for i in range(300)]
    ids = random.sample(parties, 50)
    db.execute("CREATE TABLE pair (i INTEGER, a VARCHAR, b VARCHAR)")
    db.executemany("INSERT INTO pair VALUES (?, ?, ?)", pairs)
    db.execute("CREATE TABLE ids (id VARCHAR)")
    db.executemany("INSERT INTO ids VALUES (?)", [(id,) for id in ids])
    forums = random.sample([row[0] for row in db.execute("SELECT id FROM forum ORDER BY id").fetchall()], 400)
    db.execute("CREATE TABLE forums (id VARCHAR)")
    db.executemany("INSERT INTO forums VALUES (?)", [(id,) for id in forums])
    return {"pairs": [{"i": i, "a": a, "b": b} for i, a, b in pairs], "ids": ids, "forums": forums}


def ask_graphq(command, statement):
    """Milliseconds and rows."""
    run = subprocess.run([*command, statement], capture_output=True, text=True)
    lines = run.stderr.strip().splitlines()
    if run.returncode != 0:
        raise RuntimeError(" ".join(line for line in lines if not line.startswith("{"))
                           or f"graphq ended with status {run.returncode}")
    times = json.loads(lines[-1])
    return times["compile"] + times["execute"], json.loads(run.stdout)["rows"]


def ask_duckdb(db, sql):
    start = time.perf_counter()
    rows = db.execute(sql).fetchall()
    return (time.perf_counter() - start) * 1000, rows


def median(ask, *arguments):
    runs = [ask(*arguments) for _ in range(RUNS)]
    return statistics.median(ms for ms, _ in runs), runs[-1][1]


def comparable(rows, ordered):
    """Rows as text, those without an order sorted; the order inside a collected list is free."""
    lines = [json.dumps([sorted(v) if isinstance(v, list) else v for v in row]) for row in rows]
    return lines if ordered else sorted(lines)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder, graphq, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    if unknown := set(names) - {name for name, *_ in STATEMENTS}:
        sys.exit(f"No statement is called {', '.join(sorted(unknown))}.")
    start = time.perf_counter()
    db = load(folder)
    print(f"DuckDB read the tables in {(time.perf_counter() - start) * 1000:.0f} ms\n")
    wrong = []
    print(f"{'name':<12}{'what it asks':<54}{'rows':>8}{'graphq ms':>12}{'DuckDB ms':>12}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as temporary:
        file = os.path.join(temporary, "parameters.json")
        with open(file, "w", encoding="utf-8") as out:
            json.dump(parameters(db), out)
        command = [graphq, "-d", folder, "--at", "any", "-f", "json", "--timing", "--timeout", str(TIMEOUT),
                   "--params", file]
        for name, title, statement, sql in STATEMENTS:
            if names and name not in names:
                continue
            line = f"{name:<12}{title:<54}"
            theirs, expected = median(ask_duckdb, db, sql)
            try:
                ours, rows = median(ask_graphq, command, statement)
            except RuntimeError as error:
                wrong.append(f"{name}: {error}")
                print(f"{line}{len(expected):>8}{'-':>12}{theirs:>12.1f}{'-':>8}  NO ANSWER", flush=True)
                continue
            ordered = "ORDER BY" in statement.rpartition("RETURN")[2]
            equal = comparable(rows, ordered) == comparable(expected, ordered)
            if not equal:
                wrong.append(f"{name}: graphq has {len(rows)} rows, DuckDB {len(expected)}, and they differ")
            end = "" if equal else "  DIFFERS"
            print(f"{line}{len(rows):>8}{ours:>12.1f}{theirs:>12.1f}{theirs / ours:>8.2f}{end}", flush=True)
    print("\nAll answers are equal." if not wrong else "\n" + "\n".join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
