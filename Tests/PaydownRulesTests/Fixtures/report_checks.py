"""The checks of SampleData/rules/websocket.toml said once more, with CPython's own syntax trees.

    python3.11 report_checks.py TREE > expected.json

An oracle for the rule engine: plain loops, nothing shared with it. Text is read as a script would read it: UTF-8, with
universal newlines; a file that is not UTF-8 counts for nothing. Prints rule -> [[path, line, name], ...], sorted, and
the figures that are no lists.
"""

import ast
import json
import sys
from pathlib import Path

DEPRECATED = (
    "netra_backend.app.websocket_core.manager",
    "netra_backend.app.websocket_core.factory",
    "netra_backend.app.core.websocket_cors",
    "netra_backend.app.websocket_core.auth",
)
ALLOWED_AUTH = ("auth_integration.auth", "auth_core.core.jwt_handler", "auth_service.auth_core")
INSTANTIATIONS = (
    "WebSocketManager(",
    "UnifiedWebSocketManager(",
    "WebSocketConnectionManager(",
    "WebSocketEventManager(",
)
SINGLETONS = (
    "_instance = None",
    "_websocket_instance",
    "def get_instance(",
    "if not hasattr(cls, '_instance')",
    "cls._instance",
    "_websocket_manager_instance",
)
SHARED = ("global websocket_manager", "shared_websocket_state", "global_websocket_instance", "class_variable_websocket")
ADDRESSES = ("localhost:8000", "127.0.0.1", "redis://localhost", "postgresql://")
SETTINGS = ("websocket_host", "websocket_port", "websocket_timeout", "cors_origins")
SWALLOWED = ("except:", "pass  # ignore error", "print(")
EVENTS = ("agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed")
FACTORY_METHODS = ("create_websocket_manager", "create_auth_handler", "create_cors_handler")
MANAGER_CONTRACT = ("send_event", "handle_connection", "handle_disconnection", "broadcast_event")
FACTORY_CONTRACT = ("create_manager", "create_auth_handler", "create_cors_handler")
COMPONENTS = ("manager", "factory", "auth", "cors")

IMPORTS = ("netra_backend/app/", "tests/", "test_framework/")
FACTORY = (
    "netra_backend/app/websocket_core/",
    "netra_backend/app/routes/",
    "netra_backend/app/core/",
    "test_framework/ssot/",
)


class Checks:
    def __init__(self, root):
        self.findings = {}
        self.classes = {}
        self.modules = {"manager-import": set(), "cors-import": set()}
        self.paths_of = {}
        self.edges = {}
        for file in sorted(root.rglob("*.py")):
            self.file(file.relative_to(root).as_posix(), file)
        for name, places in self.classes.items():
            if len(places) > 1:
                for path, line in places:
                    self.add("duplicate-class", path, line, name)

    def add(self, rule, path, line, name):
        self.findings.setdefault(rule, []).append([path, line, name])

    def file(self, path, file):
        try:
            content = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return
        if "websocket" not in content.lower():
            return
        try:
            nodes = list(ast.walk(ast.parse(content)))
        except (SyntaxError, ValueError):
            nodes = []
        lowered = content.lower()
        # Lines as a text file gives them.
        lines = content.split("\n")
        in_factory = path.startswith(FACTORY)
        if path.startswith(IMPORTS):
            self.imports(path, nodes)
        if in_factory and any(word in lowered for word in ("factory", "manager", "create")):
            self.factory(path, content, lines, nodes)
        if in_factory or path.startswith("tests/"):
            self.single_source(path, content, lines, nodes)

    def imports(self, path, nodes):
        for line, module, _ in imported(nodes):
            if any(name in module for name in DEPRECATED):
                self.add("deprecated-import", path, line, module)
            if "websocket" in module and "manager" in module:
                self.add("manager-import", path, line, module)
                self.modules["manager-import"].add(module)
            if "websocket" in module and "cors" in module:
                self.add("cors-import", path, line, module)
                self.modules["cors-import"].add(module)
            if "websocket" in module and "auth" in module and not any(name in module for name in ALLOWED_AUTH):
                self.add("non-ssot-auth-import", path, line, module)

    def factory(self, path, content, lines, nodes):
        for number, line in enumerate(lines, start=1):
            for word in INSTANTIATIONS:
                if word in line and "def " not in line and "class " not in line:
                    self.add("direct-instantiation", path, number, word)
            for word in SINGLETONS:
                if word in line:
                    self.add("singleton", path, number, word)
            for word in ADDRESSES:
                if word in line and "test" not in path.lower():
                    self.add("hard-coded-dependency", path, number, word)
        for word in SHARED:
            if word in content:
                self.add("shared-state", path, 0, word)
        for node in nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name = node.func.id.lower()
                if "websocket" in name and "manager" in name and "factory" not in name and "create" not in name:
                    self.add("non-factory-creation", path, node.lineno, node.func.id)
            if not isinstance(node, ast.ClassDef):
                continue
            for statement in node.body:
                if isinstance(statement, ast.Assign):
                    for target in statement.targets:
                        if isinstance(target, ast.Name) and "websocket" in target.id.lower():
                            self.add("shared-state", path, statement.lineno, f"{node.name}.{target.id}")
            lowered = node.name.lower()
            missing = [method for method in FACTORY_METHODS if method not in methods(node)]
            if "factory" in lowered and "websocket" in lowered and missing:
                self.add("factory-interface", path, node.lineno, f"{node.name}: {', '.join(missing)}")

    def single_source(self, path, content, lines, nodes):
        here = component(path.rpartition("/")[2].lower()) or Path(path).stem
        for line, module, is_from in imported(nodes):
            there = component(module)
            if "websocket" in module and there:
                self.paths_of.setdefault(there, set()).add(module)
                if is_from and there != here:
                    self.edges.setdefault(here, set()).add(there)
        for node in nodes:
            if not isinstance(node, ast.ClassDef):
                continue
            name = node.name.lower()
            if "websocket" in name:
                self.classes.setdefault(node.name, []).append((path, node.lineno))
            contract = MANAGER_CONTRACT if "websocketmanager" in name else ()
            contract = contract or (FACTORY_CONTRACT if "websocketfactory" in name else ())
            for method in contract:
                if method not in methods(node):
                    self.add("interface-contract", path, node.lineno, f"{node.name}.{method}")
        if "config" not in path.lower():
            for word in SETTINGS:
                if word in content:
                    self.add("scattered-configuration", path, 0, word)
        for event in EVENTS:
            if event in content:
                marks = (f"send_event('{event}'", f'send_event("{event}"', "user_id", "event_data", "timestamp")
                if sum(0.2 for mark in marks if mark in content) < 0.8:
                    self.add("event-handling", path, 0, event)
        for number, line in enumerate(lines, start=1):
            for word in SWALLOWED:
                if word in line:
                    self.add("error-handling", path, number, word)

    def cycles(self):
        count, open_, done = 0, [], set()

        def walk(name):
            nonlocal count
            if name in open_:
                count += 1
                return
            if name in done:
                return
            done.add(name)
            open_.append(name)
            for other in sorted(self.edges.get(name, ())):
                walk(other)
            open_.pop()

        for name in sorted(self.edges):
            walk(name)
        return count

    def figures(self):
        return {
            "manager-import.paths": len(self.modules["manager-import"]),
            "cors-import.paths": len(self.modules["cors-import"]),
            "duplicate-class.names": sum(len(places) > 1 for places in self.classes.values()),
            "component-paths": sum(len(modules) > 1 for modules in self.paths_of.values()),
            "component-cycle": self.cycles(),
        }


def imported(nodes):
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, False
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module, True


def methods(node):
    return {item.name for item in node.body if isinstance(item, ast.FunctionDef)}


def component(text):
    return next((name for name in COMPONENTS if name in text), None)


if __name__ == "__main__":
    checks = Checks(Path(sys.argv[1]))
    ordered = {rule: sorted(found) for rule, found in sorted(checks.findings.items())}
    rows = [f'  "{rule}": [\n' + ",\n".join("   " + json.dumps(row) for row in found) + "\n  ]" for rule, found in ordered.items()]
    print('{\n "figures": ' + json.dumps(checks.figures()) + ',\n "findings": {\n' + ",\n".join(rows) + "\n }\n}")
