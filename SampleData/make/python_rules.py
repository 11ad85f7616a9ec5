"""The report's checks for the names of the sample service: one function a rule, findings without fingerprints.

The clauses are those of the report; module names and folders are the service's own, and duplicates are looked for
in all of it. One rule is added, for modules named in strings, and the canonical path to the manager is no finding,
though it counts as a path.
"""

from dataclasses import replace

from catalogue import CLASS_NAMES, CORS_PATHS, IMPORT_PATHS, MEASURES, RULES, Catalogue, Rule
from python_facts import Place

CANONICAL = "courier.app.websocket_core.ssot_manager"
DEPRECATED = (
    "courier.app.websocket_core.manager",
    "courier.app.websocket_core.factory",
    "courier.app.core.websocket_cors",
    "courier.app.websocket_core.auth",
)
AUTH_HOME = "courier.app.auth."

IMPORT_SCOPE = ("courier/app/", "courier/tests/", "courier/test_support/")
FACTORY_SCOPE = ("courier/app/websocket_core/", "courier/app/routes/", "courier/app/core/", "courier/test_support/")
DUPLICATES_SCOPE = ("courier/app/", "courier/tests/", "courier/test_support/")

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
FACTORY_METHODS = ("create_websocket_manager", "create_auth_handler", "create_cors_handler")
MANAGER_CONTRACT = ("send_event", "handle_connection", "handle_disconnection", "broadcast_event")
FACTORY_CONTRACT = ("create_manager", "create_auth_handler", "create_cors_handler")
COMPONENTS = ("manager", "factory", "auth", "cors")
EVENTS = ("agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed")
SWALLOWED = ("except:", "pass  # ignore error", "print(")

REFERENCES = Rule(
    "deprecated-reference",
    "imports",
    "Deprecated modules in strings",
    "warning",
    "Name courier.app.websocket_core.ssot_manager instead. A string breaks when the module goes, and no import says "
    "so before the test runs.",
    "names {symbol}, which is deprecated, in a string",
)


def _adapted(rule):
    """The report's rule with the service's names in its advice."""
    advice = rule.help.replace("netra_backend.app", "courier.app").replace("auth_integration.auth", "courier.app.auth")
    return replace(rule, help=advice)


CATALOGUE = Catalogue(
    "courier-rules",
    (_adapted(RULES[0]), REFERENCES, *(_adapted(rule) for rule in RULES[1:])),
    MEASURES
    | {
        "imports": (
            IMPORT_PATHS,
            "deprecated-import",
            "deprecated-reference",
            CORS_PATHS,
            "non-ssot-auth-import",
            "manager-import",
        ),
    },
)


def findings(files):
    """Findings of all rules over the files, in the order of a snapshot."""
    found = []
    for file in files:
        found += _imports(file)
        if _in(file, FACTORY_SCOPE) and any(file.mentions(word) for word in ("factory", "manager", "create")):
            found += _factory(file)
        if _in(file, DUPLICATES_SCOPE):
            found += _contracts(file)
            found += _scattered(file)
    found += _duplicates(files)
    order = CATALOGUE.order
    return sorted(
        found, key=lambda item: (order[item["rule"]], item["path"], item["line"], item["column"], item["symbol"])
    )


def _in(file, folders):
    return file.path.startswith(folders) and file.mentions("websocket")


# Imports


def _imports(file):
    if not _in(file, IMPORT_SCOPE):
        return
    for fact in file.imports:
        for rule in _import_rules(fact.module):
            yield _finding(rule, file, fact.place, fact.module, fact.scope, tags=fact.tags)
    for text in file.texts:
        for module in DEPRECATED:
            if text.value == module or text.value.startswith(module + "."):
                yield _finding("deprecated-reference", file, text.place, module, text.scope, tags=("string",))


def _import_rules(module):
    words = module.lower()
    if any(name in module for name in DEPRECATED):
        yield "deprecated-import"
    if "websocket" in words and "manager" in words and module != CANONICAL:
        yield "manager-import"
    if "websocket" in words and "cors" in words:
        yield "cors-import"
    if "websocket" in words and "auth" in words and AUTH_HOME not in module:
        yield "non-ssot-auth-import"


# Factory


def _factory(file):
    yield from _lines(file, "direct-instantiation", INSTANTIATIONS, excused=("def ", "class "))
    for call in file.calls:
        name = call.name.lower()
        if "websocket" in name and "manager" in name and "factory" not in name and "create" not in name:
            yield _finding("non-factory-creation", file, call.place, call.name, call.scope)
    yield from _lines(file, "singleton", SINGLETONS)
    yield from _shared_state(file)
    if "test" not in file.path.lower():
        yield from _lines(file, "hard-coded-dependency", ADDRESSES)
    for defined in file.classes:
        name = defined.name.lower()
        missing = [method for method in FACTORY_METHODS if method not in defined.plain_methods]
        if "factory" in name and "websocket" in name and missing:
            yield _finding(
                "factory-interface",
                file,
                defined.place,
                defined.name,
                defined.scope,
                missing=", ".join(missing),
                properties={"missing": missing},
            )


def _shared_state(file):
    for pattern in SHARED:
        if pattern in file.content:
            yield _finding("shared-state", file, Place(), pattern, "")
    for defined in file.classes:
        for name, place in defined.plain_assignments:
            if "websocket" in name.lower():
                scope = f"{defined.scope}.{defined.name}".lstrip(".")
                yield _finding("shared-state", file, place, f"{defined.name}.{name}", scope)


def _lines(file, rule, patterns, excused=()):
    """Every pattern that a line contains is a finding, once a line."""
    for number, line in enumerate(file.lines, start=1):
        if any(word in line for word in excused):
            continue
        for pattern in patterns:
            column = line.find(pattern) + 1
            if column:
                place = Place(number, column, number, column + len(pattern))
                yield _finding(rule, file, place, pattern, file.scope_at(number))


# Duplicates


def _contracts(file):
    for defined in file.classes:
        for method in expected_methods(defined):
            if method not in defined.plain_methods:
                yield _finding(
                    "interface-contract",
                    file,
                    defined.place,
                    f"{defined.name}.{method}",
                    defined.scope,
                    owner=defined.name,
                    method=method,
                    note="; async def does not count" if method in defined.async_methods else "",
                )


def expected_methods(defined):
    """The contract of a class by its name; empty for most."""
    name = defined.name.lower()
    if "websocketmanager" in name:
        return MANAGER_CONTRACT
    return FACTORY_CONTRACT if "websocketfactory" in name else ()


def _scattered(file):
    if "config" in file.path.lower():
        return
    for setting in SETTINGS:
        if setting in file.content:
            yield _finding("scattered-configuration", file, Place(), setting, "")


def _duplicates(files):
    for name, definitions in duplicate_classes(files).items():
        for file, defined in definitions:
            others = [
                {
                    "path": other.path,
                    "line": fact.place.line,
                    "column": fact.place.column,
                    "message": f"also defined here, members: {len(fact.members)}",
                }
                for other, fact in definitions
                if (other.path, fact.place) != (file.path, defined.place)
            ]
            yield _finding(
                "duplicate-class",
                file,
                defined.place,
                name,
                defined.scope,
                places=len(definitions),
                related=others,
                properties={"members": list(defined.members)},
            )


def websocket_classes(files):
    """Classes by name, where the name mentions websocket and the file is in scope."""
    by_name = {}
    for file in files:
        if _in(file, DUPLICATES_SCOPE):
            for defined in file.classes:
                if "websocket" in defined.name.lower():
                    by_name.setdefault(defined.name, []).append((file, defined))
    return by_name


def duplicate_classes(files):
    """Those that are defined in two places or more."""
    return {name: places for name, places in websocket_classes(files).items() if len(places) > 1}


# Figures without a list


def measures(files, found):
    """All measures by id: sites of the rules, and what is counted otherwise."""
    values = {rule.id: 0 for rule in CATALOGUE.rules}
    for finding in found:
        values[finding["rule"]] += 1
    modules = _modules(files, IMPORT_SCOPE)
    manager = {module for module in modules if module == CANONICAL or "manager-import" in _import_rules(module)}
    cors = {module for module in modules if "cors-import" in _import_rules(module)}
    return values | {
        "manager-import.paths": len(manager),
        "cors-import.paths": len(cors),
        "duplicate-class.names": len(duplicate_classes(files)),
        "component-paths": _split_components(files),
        "component-cycle": _cycles(files),
        "event-handling": sum(_incomplete_events(file) for file in files if _in(file, DUPLICATES_SCOPE)),
        "error-handling": sum(
            pattern in line
            for file in files
            if _in(file, DUPLICATES_SCOPE)
            for line in file.lines
            for pattern in SWALLOWED
        ),
    }


def populations(files):
    """How many places could have been wrong, for the measures where that is known."""
    imports = sum(len(file.imports) for file in files if _in(file, IMPORT_SCOPE))
    contracts = sum(
        len(expected_methods(defined))
        for file in files
        if _in(file, DUPLICATES_SCOPE)
        for defined in file.classes
    )
    return {
        "deprecated-import": imports,
        "interface-contract": contracts,
        "duplicate-class.names": len(websocket_classes(files)),
    }


def _modules(files, scope):
    return {fact.module for file in files if _in(file, scope) for fact in file.imports}


def _component(text):
    return next((component for component in COMPONENTS if component in text), None)


def _split_components(files):
    by_component = {}
    for module in _modules(files, DUPLICATES_SCOPE):
        if "websocket" in module.lower() and _component(module):
            by_component.setdefault(_component(module), set()).add(module)
    return sum(len(modules) > 1 for modules in by_component.values())


def _cycles(files):
    """Edges back into the path of one depth-first walk over the components."""
    edges = {}
    for file in files:
        if _in(file, DUPLICATES_SCOPE):
            stem = file.path.rpartition("/")[2].removesuffix(".py")
            here = _component(stem) or stem
            for fact in file.imports:
                there = _component(fact.module)
                if fact.is_from and "websocket" in fact.module.lower() and there and there != here:
                    edges.setdefault(here, []).append(there)
    state, found = {}, 0

    def walk(component):
        nonlocal found
        state[component] = "open"
        for other in sorted(set(edges.get(component, []))):
            if state.get(other) == "open":
                found += 1
            elif other not in state:
                walk(other)
        state[component] = "done"

    for component in sorted(edges):
        if component not in state:
            walk(component)
    return found


def _incomplete_events(file):
    marks = sum(mark in file.content for mark in ("user_id", "event_data", "timestamp"))
    count = 0
    for event in EVENTS:
        if event in file.content:
            sent = sum(f"send_event({quote}{event}{quote}" in file.content for quote in "'\"")
            count += marks + sent < 4
    return count


def _finding(rule, file, place, symbol, scope, tags=(), related=None, properties=None, note="", **words):
    """One finding as a snapshot has it; `words` fill the rule's sentence."""
    sentence = CATALOGUE.by_id[rule].says.format(symbol=symbol, **words) + note
    finding = {
        "rule": rule,
        "path": file.path,
        "line": place.line,
        "column": place.column,
        "symbol": symbol,
        "message": sentence,
    }
    if place.line:
        finding |= {
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "excerpt": file.excerpt(place.line),
            "statement": file.statement(place.line),
            "context": file.context(place.line),
        }
    if scope:
        finding["scope"] = scope
    all_tags = [*tags, *(["test"] if _is_test(file.path) else [])]
    if all_tags:
        finding["tags"] = all_tags
    if related:
        finding["related"] = related
    if properties:
        finding["properties"] = properties
    return finding


def _is_test(path):
    return path.startswith(("courier/tests/", "courier/test_support/"))
