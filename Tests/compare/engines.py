"""The engines to compare with, each behind the same things: a version, `execute`, `keep` and `query`."""

import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path


class FalkorDB:
    """FalkorDB in a process of its own, from the package falkordblite."""

    def __init__(self):
        from redislite.falkordb_client import FalkorDB as Client

        global RedisConnectionError
        from redis.exceptions import ConnectionError as RedisConnectionError

        self.version = version("falkordblite")
        self.open = Client
        self.folder = tempfile.TemporaryDirectory()
        self.starts = 0
        self.start()

    def start(self):
        """Opens a process on a copy of what was kept, so that one that a query ended can be followed by another."""
        self.starts += 1
        file, kept = Path(self.folder.name, f"graph{self.starts}.db"), Path(self.folder.name, "kept.db")
        if kept.exists():
            shutil.copy(kept, file)
        self.client = self.open(str(file))
        self.graph = self.client.select_graph("landscape")

    def execute(self, statement):
        self.graph.query(statement)

    def keep(self):
        self.client.connection.save()
        shutil.copy(Path(self.folder.name, "graph1.db"), Path(self.folder.name, "kept.db"))

    def query(self, text, parameters, seconds):
        try:
            result = self.graph.query(text, parameters, timeout=int(seconds * 1000)).result_set
        except (ConnectionError, RedisConnectionError) as error:
            self.start()
            raise RuntimeError(f"the process of the engine ended: {error}") from error
        return [[self.value(cell) for cell in row] for row in result]

    def value(self, cell):
        if isinstance(cell, (list, tuple)):
            return [self.value(item) for item in cell]
        if isinstance(cell, dict):
            return {key: self.value(item) for key, item in cell.items()}
        if hasattr(cell, "nodes") and callable(cell.nodes):
            nodes, edges = cell.nodes(), cell.edges()
            parts = [part for pair in zip(nodes, edges) for part in pair] + nodes[len(edges) :]
            return [self.value(part) for part in parts]
        return self.value(cell.properties) if hasattr(cell, "properties") else cell


class ArcadeDB:
    """ArcadeDB inside this process, from the package arcadedb-embedded."""

    def __init__(self):
        import arcadedb_embedded
        import jpype

        self.version = version("arcadedb-embedded")
        self.folder = tempfile.TemporaryDirectory()
        self.database = arcadedb_embedded.create_database(self.folder.name + "/database")
        self.boolean = jpype.JClass("java.lang.Boolean")

    def execute(self, statement):
        with self.database.transaction():
            self.database.command("opencypher", statement)

    def keep(self):
        pass

    def query(self, text, parameters, seconds):
        return [[self.value(row.get(name)) for name in row.property_names] for row in self.run(text, parameters)]

    def run(self, text, parameters):
        return list(self.database.query("opencypher", text, parameters))

    def value(self, cell):
        if hasattr(cell, "toAlternatingList"):
            return [self.value(step) for step in cell.toAlternatingList()]
        java = getattr(cell, "_java_document", None) or cell
        if hasattr(java, "propertiesAsMap"):
            return {str(key): self.value(item) for key, item in dict(java.propertiesAsMap()).items()}
        if isinstance(cell, dict) or hasattr(cell, "entrySet"):
            return {str(key): self.value(item) for key, item in dict(cell).items()}
        if isinstance(cell, (list, tuple)) or hasattr(cell, "iterator"):
            return [self.value(item) for item in cell]
        if isinstance(cell, self.boolean):
            return bool(cell)
        return cell if isinstance(cell, (bool, int, float)) or cell is None else str(cell)


ENGINES = {"FalkorDB": FalkorDB, "ArcadeDB": ArcadeDB}
