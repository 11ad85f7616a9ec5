"""Asks import-linter for its verdict on each contract here, and keeps it in expected.json.

    python3 -m pip install import-linter==2.16
    python3 Tests/PaydownRulesTests/Fixtures/contracts/record.py

The tests hold our verdicts against that file, so they need no import-linter. With --check nothing is written, and the
status says whether the file is what import-linter says.
"""

import contextlib
import io
import json
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent


def verdicts():
    os.chdir(HERE)
    sys.path.insert(0, str(HERE / "tree"))
    from importlinter import configuration
    from importlinter.application import use_cases

    configuration.configure()
    options = use_cases.read_user_options("contracts.importlinter")
    use_cases._register_contract_types(options)
    with contextlib.redirect_stdout(io.StringIO()):
        report = use_cases.create_report(options, cache_dir=None)
    return {
        contract.name: check.kept
        for contract, check in report.get_contracts_and_checks()
    }


def main():
    text = json.dumps(verdicts(), indent=2) + "\n"
    file = HERE / "expected.json"
    if "--check" in sys.argv:
        sys.exit(0 if file.read_text() == text else 1)
    file.write_text(text)


main()
