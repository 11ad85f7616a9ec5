"""Claims about the scripts that would go unnoticed in a diff of their output."""

import json
import unittest

import catalogue
import python_rules
from identity import FingerprintBook
from prng import SplitMix64
from python_facts import PythonFile
from python_states import sources_of_all
from written_form import packed, snapshot_bytes, unpacked


def _finding(path="a.py", line=1, symbol="a.b", rule="manager-import"):
    return {"rule": rule, "path": path, "line": line, "column": 0, "symbol": symbol}


def _assigned(book, *findings):
    book.assign(list(findings))
    return [finding["fingerprint"] for finding in findings]


class Generator(unittest.TestCase):
    def test_it_yields_the_published_values(self):
        # Seed 1234567, from the test vectors of the Java and C implementations.
        random = SplitMix64(1234567)

        self.assertEqual(
            [random.next() for _ in range(3)], [6457827717110365317, 3203168211198807973, 9817491932198370423]
        )


class Fingerprints(unittest.TestCase):
    def test_equal_findings_are_told_apart(self):
        first, second = _assigned(FingerprintBook(), _finding(line=3), _finding(line=9))

        self.assertEqual((first[:10], first[10:], second[10:]), (second[:10], ".1", ".2"))

    def test_the_second_keeps_its_own_when_the_first_is_fixed(self):
        book = FingerprintBook()
        _, second = _assigned(book, _finding(line=3), _finding(line=9))

        self.assertEqual(_assigned(book, _finding(line=9)), [second])

    def test_a_finding_keeps_its_own_when_its_file_changes_folder(self):
        book = FingerprintBook()
        before = _assigned(book, _finding("old/a.py"), _finding("b.py"))

        self.assertEqual(_assigned(book, _finding("new/a.py", line=7), _finding("b.py")), before)

    def test_a_finding_that_returns_gets_its_old_one(self):
        book = FingerprintBook()
        before = _assigned(book, _finding("a.py"), _finding("b.py"))
        _assigned(book, _finding("b.py"))

        self.assertEqual(_assigned(book, _finding("a.py"), _finding("b.py")), before)

    def test_one_that_was_never_there_gets_a_new_one(self):
        book = FingerprintBook()
        before = _assigned(book, _finding("a.py"))
        _assigned(book)

        self.assertNotIn(_assigned(book, _finding("c.py"))[0], before)


class WrittenForm(unittest.TestCase):
    def test_what_terminals_and_scripts_stumble_over_is_escaped(self):
        text = snapshot_bytes({"findings": [_finding(symbol="\u007f\u2028\u2029\x1b\"ü")]}).decode()

        self.assertIn(r"\u007f\u2028\u2029\u001b\"ü", text)
        self.assertEqual(json.loads(text)["findings"][0]["symbol"], "\u007f\u2028\u2029\x1b\"ü")

    def test_an_unknown_part_is_refused(self):
        with self.assertRaises(ValueError):
            snapshot_bytes({"finding": []})

    def test_packing_has_no_date(self):
        self.assertEqual(packed(b"x"), packed(b"x"))
        self.assertEqual(unpacked("a.json.gz", packed(b"x")), b"x")
        self.assertEqual(packed(b"x")[4:8], bytes(4))


class Facts(unittest.TestCase):
    def test_columns_count_scalars(self):
        file = PythonFile("a.py", 'name = "мир"; open(name)\n')

        self.assertEqual((file.calls[0].place.column, file.calls[0].place.end_column), (15, 25))

    def test_a_statement_does_not_change_with_its_layout(self):
        flat = PythonFile("a.py", "from a import b, c\n")
        long = PythonFile("a.py", "from  a import b,c  # why\n")

        self.assertEqual(flat.statement(1), long.statement(1))
        self.assertNotEqual(flat.statement(1), PythonFile("a.py", "from a import b\n").statement(1))

    def test_tags_say_how_a_module_is_imported(self):
        file = PythonFile(
            "p/__init__.py",
            "try:\n    import a as b\nexcept ImportError:\n    pass\n"
            "if TYPE_CHECKING:\n    from c import d\n"
            "def f():\n    from e import *\n",
        )

        self.assertEqual(
            [fact.tags for fact in file.imports],
            [
                ("alias", "try-fallback", "re-export"),
                ("type-checking", "re-export"),
                ("star", "in-function", "re-export"),
            ],
        )

    def test_a_refused_file_has_text_and_no_facts(self):
        file = PythonFile("courier/app/core/x.py", 'websocket = "manager" 127.0.0.1 (\n')

        self.assertIsNotNone(file.problem)
        self.assertEqual(file.imports, [])
        self.assertEqual([item["rule"] for item in python_rules.findings([file])], ["hard-coded-dependency"])


class Rules(unittest.TestCase):
    def test_every_measure_belongs_to_a_rule_of_its_check(self):
        for made in (catalogue.REPORT, python_rules.CATALOGUE):
            for check, measures in made.measures.items():
                for measure in measures:
                    rule = measure[1] if isinstance(measure, tuple) else measure
                    self.assertEqual(made.by_id[rule].check, check)

    def test_every_rule_gives_advice(self):
        for made in (catalogue.REPORT, python_rules.CATALOGUE):
            for rule in made.rules:
                self.assertTrue(rule.help.endswith("."), rule.id)


class States(unittest.TestCase):
    def test_an_edit_that_no_longer_fits_is_an_error(self):
        with self.assertRaises((KeyError, ValueError)):
            sources_of_all({"courier/app/services/digest.py": ""})


if __name__ == "__main__":
    unittest.main()
