"""The rules of the report in our words: which check they belong to, how grave they are, what to do instead.

`seed-rules` is the name of this rule set; its digest marks an epoch, so that a change of a rule shows as a
break in a trend and never as progress.
"""

from dataclasses import dataclass
from functools import cached_property

from identity import digest


@dataclass(frozen=True)
class Rule:
    """One rule as a snapshot lists it, and the sentence that its findings say."""

    id: str
    check: str
    title: str
    severity: str
    help: str
    says: str
    listed: bool = True


RULES = (
    Rule(
        "deprecated-import",
        "imports",
        "Deprecated imports",
        "error",
        "Import from netra_backend.app.websocket_core.ssot_manager. The old module only forwards to it and will be "
        "deleted as soon as nobody imports it.",
        "imports {symbol}, which is deprecated",
    ),
    Rule(
        "manager-import",
        "imports",
        "Manager imports",
        "error",
        "There should be one path to the manager. Change the import to "
        "netra_backend.app.websocket_core.ssot_manager; when the last import of a path is gone, delete its module.",
        "reaches the manager by {symbol}",
    ),
    Rule(
        "cors-import",
        "imports",
        "CORS imports",
        "warning",
        "Ask the one CORS module for the allowed origins. Two modules drift apart, and the laxer one is the one that "
        "an attacker finds.",
        "reads CORS settings from {symbol}",
    ),
    Rule(
        "non-ssot-auth-import",
        "imports",
        "Authentication imports",
        "warning",
        "Authenticate through auth_integration.auth. A second way in has to be patched a second time, and somebody "
        "will forget.",
        "authenticates through {symbol}",
    ),
    Rule(
        "direct-instantiation",
        "factory",
        "Direct instantiation",
        "error",
        "Ask the factory: WebSocketFactory.create_manager(user_context). A manager made by hand belongs to no user "
        "and is never closed.",
        "{symbol}…) by hand instead of through the factory",
    ),
    Rule(
        "non-factory-creation",
        "factory",
        "Creation past the factory",
        "warning",
        "Take the manager as a parameter, or ask the factory for it. A module-level getter hides which user it "
        "belongs to.",
        "calls {symbol}, which is not the factory",
    ),
    Rule(
        "singleton",
        "factory",
        "Singletons",
        "error",
        "Remove the shared instance and give each user context its own. One instance for all is how one user sees "
        "another user's events.",
        "`{symbol}` makes one instance for all users",
    ),
    Rule(
        "shared-state",
        "factory",
        "Shared state",
        "error",
        "Move the value into __init__, so that it belongs to one object. What stands in a class body is shared by "
        "all of them. An enum's member may stay.",
        "{symbol} is shared by all instances",
    ),
    Rule(
        "hard-coded-dependency",
        "factory",
        "Hard-coded addresses",
        "warning",
        "Read the address from the configuration, and pass it in. An address in the source works on one machine.",
        "{symbol} is written into the source",
    ),
    Rule(
        "factory-interface",
        "factory",
        "Factory interfaces",
        "error",
        "Give the factory all three methods: create_websocket_manager, create_auth_handler, create_cors_handler; or "
        "rename the class if it is no factory.",
        "factory {symbol} lacks {missing}",
    ),
    Rule(
        "duplicate-class",
        "duplicates",
        "Duplicate definitions",
        "warning",
        "Keep the definition that is used most, move the members that only the others have, then import it where the "
        "others stood.",
        "{symbol} is defined in {places} places",
    ),
    Rule(
        "interface-contract",
        "duplicates",
        "Missing methods",
        "warning",
        "Implement the method, or inherit it from the base class. A manager that lacks one fails when the event "
        "comes, not when it is built.",
        "{owner} lacks {method}()",
    ),
    Rule(
        "component-paths",
        "duplicates",
        "Split components",
        "warning",
        "Choose one module for each component and turn the others into imports of it, then delete them.",
        "",
        listed=False,
    ),
    Rule(
        "component-cycle",
        "duplicates",
        "Component cycles",
        "error",
        "Move what both sides need into a module below them. A cycle makes the order of imports matter.",
        "",
        listed=False,
    ),
    Rule(
        "scattered-configuration",
        "duplicates",
        "Scattered configuration",
        "warning",
        "Read the setting in the configuration module and pass the value in. A default that stands in two places has "
        "two values sooner or later.",
        "uses {symbol} outside the configuration",
    ),
    Rule(
        "event-handling",
        "duplicates",
        "Incomplete events",
        "note",
        "Send events through send_event with user_id, event_data and timestamp, so that every consumer can rely on "
        "them.",
        "",
        listed=False,
    ),
    Rule(
        "error-handling",
        "duplicates",
        "Swallowed errors",
        "note",
        "Name the exception that is expected and log the rest. This rule is noisy on purpose: it is counted, not "
        "listed.",
        "",
        listed=False,
    ),
)

CHECKS = (
    ("imports", "Imports"),
    ("factory", "Factory"),
    ("duplicates", "Duplicates"),
    ("golden-path", "Golden path"),
)

# Measures that are not simply the sites of a rule: id, rule, title, unit. They lead their check.
IMPORT_PATHS = ("manager-import.paths", "manager-import", "Import paths", "paths")
CORS_PATHS = ("cors-import.paths", "cors-import", "CORS paths", "paths")
CLASS_NAMES = ("duplicate-class.names", "duplicate-class", "Duplicate classes", "classes")

# The order on the card; the first is the headline. A bare rule id stands for the number of its sites.
MEASURES = {
    "imports": (IMPORT_PATHS, "deprecated-import", CORS_PATHS, "non-ssot-auth-import", "manager-import"),
    "factory": (
        "direct-instantiation",
        "singleton",
        "shared-state",
        "hard-coded-dependency",
        "non-factory-creation",
        "factory-interface",
    ),
    "duplicates": (
        CLASS_NAMES,
        "duplicate-class",
        "interface-contract",
        "component-paths",
        "component-cycle",
        "scattered-configuration",
        "event-handling",
        "error-handling",
    ),
}

UNITS = {
    "deprecated-import": "sites",
    "non-ssot-auth-import": "sites",
    "manager-import": "sites",
    "duplicate-class": "definitions",
    "interface-contract": "methods",
    "component-paths": "components",
    "component-cycle": "cycles",
    "factory-interface": "classes",
}


@dataclass(frozen=True)
class Catalogue:
    """A rule set, and how the parts of a snapshot that depend only on it are written."""

    name: str
    rules: tuple
    measures: dict

    @cached_property
    def by_id(self):
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def order(self):
        """The rank of a rule among the findings."""
        return {rule.id: number for number, rule in enumerate(self.rules)}

    def digest(self, extra=""):
        """Identifies the rule set; `extra` names a change that makes it another one."""
        words = [f"{rule.id}|{rule.check}|{rule.severity}|{rule.says}" for rule in self.rules]
        return digest(self.name, *words, extra)[:12]

    def rule_items(self, counts):
        """The `rules` part: every rule, also those without a finding, so that a zero is a fact."""
        return [_rule_item(rule, counts.get(rule.id, 0)) for rule in self.rules]

    def check_items(self, values, tests, populations=None):
        """The `checks` part.

        `values` are the measures by id (for a rule's own measure: its sites), `populations` how many places could
        have been wrong, where that is known, and `tests` the golden path's tests.
        """
        items = []
        for check, title in CHECKS:
            if check == "golden-path":
                measures = [_golden_path_measure(tests)]
            else:
                measures = [self._measure(measure, values, populations or {}) for measure in self.measures[check]]
            items.append({"id": check, "title": title, "measures": measures})
        return items

    def _measure(self, measure, values, populations):
        if isinstance(measure, tuple):
            identifier, rule, title, unit = measure
        else:
            identifier = rule = measure
            title, unit = self.by_id[rule].title, UNITS.get(rule, "sites")
        item = {"id": identifier, "title": title, "value": values.get(identifier, 0), "unit": unit}
        if identifier in populations:
            item["population"] = populations[identifier]
        return item | {"better": "lower", "rule": rule}


def _rule_item(rule, count):
    item = {
        "id": rule.id,
        "check": rule.check,
        "title": rule.title,
        "severity": rule.severity,
        "help": rule.help,
        "count": count,
    }
    return item if rule.listed else item | {"listed": False}


def _golden_path_measure(tests):
    return {
        "id": "golden-path.passed",
        "title": "Tests that pass",
        "value": sum(test["status"] in ("passed", "xpassed", "flaky") for test in tests),
        "unit": "tests",
        "population": len(tests),
        "better": "higher",
    }


REPORT = Catalogue("seed-rules", RULES, MEASURES)
