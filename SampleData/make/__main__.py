"""Makes the sample snapshots again, byte for byte.

    python3 SampleData/make                 every sample
    python3 SampleData/make history         one of them: history, simulated, python
    python3 SampleData/make --check         writes nothing; exit 1 when a file on disk differs

Needs Python 3.11 and nothing else. The `python` sample reads CPython's own syntax tree, and which files parse
depends on the version, so another version is refused there.
"""

import argparse
import sys
from pathlib import Path

import history
import python_history
import simulation
from written_form import unpacked

SAMPLES = Path(__file__).resolve().parent.parent
MAKERS = {"history": history, "simulated": simulation, "python": python_history}


def main():
    arguments = _arguments()
    stale = []
    for name in arguments.samples or MAKERS:
        files = MAKERS[name].files(SAMPLES)
        stale += _differing(MAKERS[name].FOLDER, files)
        if not arguments.check:
            _write(MAKERS[name].FOLDER, files)
    if arguments.check and stale:
        print("\n".join(stale))
        print("stale: run 'python3 SampleData/make' and commit what changed", file=sys.stderr)
        return 1
    return 0


def _arguments():
    parser = argparse.ArgumentParser(prog="SampleData/make", description=__doc__.splitlines()[0])
    parser.add_argument("samples", nargs="*", metavar="SAMPLE", help=f"one of: {', '.join(MAKERS)}")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when something is stale")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.samples if name not in MAKERS]
    if unknown:
        parser.error(f"no sample named '{unknown[0]}'; there are {', '.join(MAKERS)}")
    return arguments


def _differing(folder, files):
    """A line for every file that is missing, different, or no longer made."""
    lines = []
    for name, content in sorted(files.items()):
        path = SAMPLES / folder / name
        if not path.exists():
            lines.append(f"missing  {folder}/{name}")
        elif unpacked(name, path.read_bytes()) != unpacked(name, content):
            lines.append(f"differs  {folder}/{name}")
    lines += [f"unknown  {path.relative_to(SAMPLES)}" for path in _no_longer_made(folder, files)]
    return lines


def _no_longer_made(folder, files):
    """Snapshots that lie beside the ones that are made, from an earlier version of the script."""
    made = {SAMPLES / folder / name for name in files}
    beside = {path for parent in {path.parent for path in made} for path in parent.glob("*.json*")}
    return sorted(beside - made)


def _write(folder, files):
    for path in _no_longer_made(folder, files):
        path.unlink()
    for name, content in files.items():
        (SAMPLES / folder / name).parent.mkdir(parents=True, exist_ok=True)
        (SAMPLES / folder / name).write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
