/// Python's `json`, which most tools that read such files today are written with.
enum PythonPeer {
    static let script = """
        import json, resource, sys, time
        start, cpu = time.monotonic(), time.process_time()
        with open(sys.argv[1], "rb") as file:
            findings = json.load(file)["findings"]
        total = sum(finding.get("line", 0) for finding in findings)
        seconds, used = time.monotonic() - start, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(seconds, used, peak, peak, len(findings), total)
        """
}
