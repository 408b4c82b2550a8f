#!/usr/bin/env python3
"""Asks the phrases of graphq on other engines for openCypher and compares the rows.

The landscape as one view shows it is exported as statements (`graphq export DIR --format cypher`) and run on each engine.
Every phrase is written out with the arguments of its own example (`graphq show SENTENCE --expanded`), each of its queries
runs there with the same parameters, and the rows are compared with those that graphq gives for the query of the phrase
as it stands, before it is written out.

    python3.12 -m venv .venv && .venv/bin/pip install falkordblite arcadedb-embedded
    .venv/bin/python Tests/compare/compare.py --graphq .build/release/graphq

An engine that is not installed is left out. Exit code: 0 when every query ran and gave equal rows, 1 otherwise.
"""

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from engines import ENGINES


START = os.getcwd()


def run(graphq, *words):
    done = subprocess.run([*graphq, *words], capture_output=True, text=True, cwd=START)
    if done.returncode:
        raise RuntimeError(f"graphq {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def statements(text):
    """The statements of the export: each ends with a semicolon at the end of a line."""
    lines = [line for line in text.split("\n") if not line.startswith("//")]
    return [part for part in "\n".join(lines).split(";\n") if part.strip()]


def examples(graphq):
    """One English sentence for each phrase, without a day or other words about the view."""
    found = {}
    for entry in run(graphq, "phrases", "--lang", "en").split("\n\n"):
        name = entry.split(":", 1)[0]
        sentence = re.search(r"example: graphq (.*)", entry)
        if sentence:
            found.setdefault(name, re.sub(r" at \S+$", "", sentence.group(1)))
    return found


def queries(text):
    """The titles and texts of the queries that `show` prints."""
    parts = text.split("\n;\n")
    for part in parts:
        lines = [line for line in part.strip().split("\n") if not line.startswith("// parameters")]
        title = lines[0][3:] if lines[0].startswith("//") else ""
        yield title, "\n".join(line for line in lines if not line.startswith("// "))


def tables(phrase):
    """The queries of a phrase file as they stand: its headline, then its tables."""
    headline, inside = [], False
    for line in phrase.split("\n"):
        if line.startswith("// headline:"):
            inside, rest = True, line[len("// headline:") :].strip()
            headline = [rest] if rest else []
        elif inside and line.startswith("//   "):
            headline.append(line[5:])
        else:
            inside = False
    body = "\n".join(line for line in phrase.split("\n") if not line.startswith("//"))
    return (["\n".join(headline)] if headline else []) + [part for part in body.split("\n;\n") if part.strip()]


def plain(value):
    """A value as every engine can give it: nodes and relationships by their properties, paths by their nodes."""
    if isinstance(value, dict):
        if "_node" in value or "_relationship" in value:
            inner = value.get("_node") or value.get("_relationship")
            return plain(inner["properties"])
        if "_path" in value:
            return tuple(plain(part) for part in value["_path"])
        return tuple(sorted((key, plain(item)) for key, item in value.items() if item is not None))
    if isinstance(value, (list, tuple)):
        return tuple(plain(item) for item in value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return value if math.isfinite(value) else str(value)
    return str(value)


def rows(table):
    """The rows, sorted: phrases may leave the order of equal rows open. Lists that are gathered are sets of values."""
    return sorted(repr(unordered(plain(row))) for row in table)


def unordered(value):
    if isinstance(value, tuple):
        return tuple(sorted((unordered(item) for item in value), key=repr)) if len(value) else value
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def own_table(graphq, query, parameters, folder):
    given = Path(folder, "parameters.json")
    given.write_text(json.dumps(parameters))
    statement = Path(folder, "statement.gql")
    statement.write_text(query)
    return json.loads(run(graphq, "--params", str(given), "-F", str(statement), "-f", "json"))


def with_tables(graphq, query, tables, parameters, folder):
    """The parameters, and as `$table_N` the rows of the phrase's tables that the query reads."""
    given = dict(parameters)
    for number in sorted(set(re.findall(r"\$table_(\d+)", query))):
        table = own_table(graphq, tables[int(number) - 1], parameters, folder)
        given[f"table_{number}"] = [
            {name: value for name, value in zip(table["columns"], row) if not isinstance(value, (dict, list))}
            for row in table["rows"]]
    return given


def compare(engine, text, parameters, expected, seconds):
    try:
        found = rows(engine.query(text, parameters, seconds))
    except Exception as error:  # whatever an engine raises is its reason
        return "refused", " ".join(str(error).split())
    if found == expected:
        return "equal", ""
    only = [row for row in found if row not in expected]
    return "differs", f"{len(found)} rows for {len(expected)}" + (f", such as {only[0][:150]}" if only else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--graphq", default=".build/release/graphq")
    parser.add_argument("--data", action="append", default=[], help="a data folder; the default is that of graphq")
    parser.add_argument("--at", default="2017-01-01", help="the day of the view")
    parser.add_argument("--engine", action="append", choices=sorted(ENGINES), help="one engine instead of all")
    parser.add_argument("--only", action="append", default=[], help="one phrase instead of all")
    parser.add_argument("--seconds", type=float, default=60, help="how long a query may take")
    options = parser.parse_args()
    data = [word for folder in options.data for word in ("--data", folder)]
    graphq = [options.graphq, "--at", options.at, *data]

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # an engine may write logs where it is
        run(graphq, "export", folder + "/export", "--format", "cypher")
        create = statements(Path(folder, "export", "create.cypher").read_text())
        counts = own_table(graphq, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)", {}, folder)["rows"]
        engines = load(options.engine or sorted(ENGINES), create, counts)
        totals = compare_all(graphq, engines, options, folder)
        os.chdir(START)
    print()
    for name, total in totals.items():
        print(f"{name}: " + ", ".join(f"{number} {word}" for word, number in total.items()))
    return 0 if totals and all(not t["differs"] and not t["refused"] for t in totals.values()) else 1


def load(names, create, counts):
    engines = {}
    for name in names:
        try:
            engine = ENGINES[name]()
        except ImportError:
            print(f"{name}: not installed")
            continue
        start = time.time()
        for statement in create:
            engine.execute(statement)
        engine.keep()
        found = rows(engine.query("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)", {}, 60))
        if found != rows(counts):
            raise SystemExit(f"{name}: the export gave {found}, not {rows(counts)}")
        print(f"{name} {engine.version}: {counts[0][0]} nodes, {counts[0][1]} relationships in {time.time() - start:.0f} s")
        engines[name] = engine
    return engines


def compare_all(graphq, engines, options, folder):
    totals = {name: {"equal": 0, "differs": 0, "refused": 0} for name in engines}
    for phrase, sentence in examples(graphq).items():
        if options.only and phrase not in options.only:
            continue
        shell = subprocess.run(["sh", "-c", 'printf "%s\\0" ' + sentence], capture_output=True, text=True).stdout
        try:
            expanded = run(graphq, "show", *shell.split("\0")[:-1], "--expanded")
        except RuntimeError as error:
            print(f"{phrase}: {error}")
            continue
        parameters = json.loads(expanded.split("\n", 1)[0].removeprefix("// parameters "))
        own = tables(run(graphq, "show", phrase))
        written = list(queries(expanded))
        assert len(own) == len(written), phrase
        tables_of_phrase = [query for query, (title, _) in zip(own, written) if title != "headline"]
        for query, (title, text) in zip(own, written):
            given = with_tables(graphq, query, tables_of_phrase, parameters, folder)
            expected = own_table(graphq, query, given, folder)["rows"]
            for name, engine in engines.items():
                outcome, reason = compare(engine, text, given, rows(expected), options.seconds)
                totals[name][outcome] += 1
                print(f"{phrase:22} {title[:44]:44} {name:9} {outcome:8} {len(expected):4} rows  {reason[:200]}", flush=True)
    return totals


if __name__ == "__main__":
    sys.exit(main())
