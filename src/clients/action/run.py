"""What action.yml runs: the jar, and what it said as a job's summary and annotations."""

import json
import os
import pathlib
import shlex
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request

# a limit for starts that hang, not one of their speed
PATIENCE_SECONDS = 300
MOST_ANNOTATIONS = 10
CA_LINE = "venice-sim certificate authority: "


def setting(name):
    return os.environ.get(name, "").strip()


def fail(line):
    print(f"::error title=venice-sim::{escaped(line)}")
    sys.exit(2)


def escaped(text):
    """A text as GitHub's commands take it: one line."""
    return str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def annotate(level, title, text):
    title = escaped(title).replace(":", "%3A").replace(",", "%2C")
    print(f"::{level} title={title}::{escaped(text)}")


def append(variable, text):
    path = os.environ.get(variable)
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(text + "\n")


def cell(text):
    """A text in a table of Markdown; it may come from somebody else's server."""
    plain = str(text).replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    return plain.replace("|", "\\|").replace("`", "\\`").replace("\r", " ").replace("\n", " ")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows])


def java(*words):
    jar = setting("JAR")
    if not pathlib.Path(jar).is_file():
        fail(f"jar is {jar}, and there is no such file; give the path of venice-sim.jar as jar, or leave it out")
    return ["java", "-jar", jar, *words, *shlex.split(setting("ARGUMENTS"))]


def serve():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="venice-sim-"))
    port, log = folder / "port", folder / "log"
    command = java("serve", "--port", "0", "--port-file", str(port), "--job-time", setting("JOB_TIME") or "polls:2")
    with log.open("wb") as output:
        server = subprocess.Popen(command, stdout=output, stderr=output, start_new_session=True)
    until = time.monotonic() + PATIENCE_SECONDS
    # the port is known before the line that tells the scheme
    while "venice-sim ready " not in log.read_text(errors="replace"):
        if server.poll() is not None or time.monotonic() > until:
            server.kill()
            said = log.read_text(errors="replace").strip().splitlines() or ["nothing"]
            fail(f"the simulator did not start; it said: {said[-1]}")
        time.sleep(0.05)
    said = log.read_text(errors="replace").splitlines()
    scheme = "https" if any("venice-sim ready https:" in line for line in said) else "http"
    url = f"{scheme}://127.0.0.1:{port.read_text()}"
    append("GITHUB_OUTPUT", f"url={url}\nbase-url={url}/api/v1")
    append("GITHUB_ENV", f"VENICE_SIM_URL={url}\nVENICE_BASE_URL={url}/api/v1")
    for line in said:
        if line.startswith(CA_LINE):
            append("GITHUB_ENV", f"VENICE_SIM_TLS_CA={line.removeprefix(CA_LINE)}")
    print(f"venice-sim listens at {url} (process {server.pid}, log {log})")
    return 0


def get(path):
    url = setting("VENICE_SIM_URL")
    if not url:
        fail("costs finds no simulator: run this action with command: serve in an earlier step, or set VENICE_SIM_URL")
    request = urllib.request.Request(url + "/__sim" + path)
    token = setting("VENICE_SIM_ADMIN_TOKEN")
    if token not in ("", "none"):
        request.add_header("Authorization", f"Bearer {token}")
    handlers = [urllib.request.ProxyHandler({})]
    try:
        if setting("VENICE_SIM_TLS_CA"):
            trust = ssl.create_default_context(cafile=setting("VENICE_SIM_TLS_CA"))
            handlers.append(urllib.request.HTTPSHandler(context=trust))
        with urllib.request.build_opener(*handlers).open(request, timeout=60) as reply:
            return json.load(reply)
    except OSError as absent:
        fail(f"no simulator answers at {url} ({getattr(absent, 'reason', absent)}); is the step with command: serve before this one?")


def costs():
    cap = setting("MAX_USD")
    try:
        most = float(cap) if cap else None
    except ValueError:
        fail(f'max-usd cannot be "{cap}"; give dollars, such as 2.50')
    bill = get("/costs")
    worlds = [one["id"] for one in get("/worlds")["worlds"]]
    found = [one for world in ["anonymous", *worlds] for one in get(f"/worlds/{world}/findings")["findings"]]
    grave = [one for one in found if one["severity"] != "info"]
    models = sorted(bill["byModel"].items(), key=lambda entry: str(entry[0]))
    append("GITHUB_STEP_SUMMARY", f"### In production this run would have cost {bill['usd']} USD\n")
    append("GITHUB_STEP_SUMMARY", table(["model", "USD"], models) + "\n" if models else "Nothing was paid for.\n")
    if found:
        rows = [(one["severity"], one["rule"], one["costUsd"], one["says"]) for one in found]
        append("GITHUB_STEP_SUMMARY", "### Findings\n\n" + table(["severity", "rule", "USD", "what the client did"], rows) + "\n")
    for one in grave[:MOST_ANNOTATIONS]:
        annotate("error" if one["severity"] == "error" else "warning", one["rule"], one["says"])
    print(f"{bill['usd']} USD, {len(found)} findings in {len(worlds)} worlds")
    if most is not None and bill["usd"] > most:
        annotate("error", "costs", f"{bill['usd']} USD is more than max-usd {cap}")
        return 1
    return 1 if grave and setting("FAIL_ON_FINDINGS").lower() == "true" else 0


def reported(name, command):
    """Runs a command that leaves a report: its exit code, and the report if there is one."""
    folder = tempfile.mkdtemp(prefix="venice-sim-")
    # whoever collects reports may be another user
    os.chmod(folder, 0o755)
    history = ["--history", setting("HISTORY")] if setting("HISTORY") else []
    code = subprocess.run([*command, "--report", folder, *history]).returncode
    append("GITHUB_OUTPUT", f"report={folder}")
    file = pathlib.Path(folder) / f"{name}.json"
    return code, json.loads(file.read_text(encoding="utf-8")) if file.exists() else None


def check():
    if not setting("TARGET"):
        fail("check wants a target: give the base URL as target, such as https://api.venice.ai/api/v1")
    words = ["check", "--target", setting("TARGET"), "--api-key-env", "VENICE_API_KEY"]
    if setting("MAX_USD"):
        words += ["--max-usd", setting("MAX_USD")]
    code, report = reported("check", java(*words))
    if report is None:
        fail(f"check ended with {code} before it had a report; its own line above says why")
    counts = {}
    for one in report["checks"]:
        counts[one["result"]] = counts.get(one["result"], 0) + 1
    differing = [one for one in report["checks"] if "differences" in one]
    said = ", ".join(f"{count} {result}" for result, count in sorted(counts.items()))
    append("GITHUB_STEP_SUMMARY", f"### {report['target']} and edition {report['edition']}: {said}\n")
    if report.get("trouble"):
        annotate("error", "check", report["trouble"])
        append("GITHUB_STEP_SUMMARY", cell(report["trouble"]) + "\n")
    rows = [
        (one["id"], one["claims"], difference["pointer"], difference["expected"], difference["actual"])
        for one in differing
        for difference in one["differences"]
    ]
    if rows:
        append("GITHUB_STEP_SUMMARY", table(["check", "says", "where", "expected", "the target"], rows) + "\n")
    for one in differing[:MOST_ANNOTATIONS]:
        annotate("error", one["id"], one["claims"])
    return code


def drift():
    code, report = reported("drift", java("drift"))
    if report is None:
        fail(f"drift ended with {code} before it had a report; its own line above says why")
    steps = [
        (f"Drift from {step['from']['version'] or step['from']['file']} to {step['to']['version'] or step['to']['file']}", step)
        for step in report.get("timeline", [])
    ] or [(f"Drift from edition {report.get('edition')}", report)]
    changes = []
    for title, step in steps:
        counts = ", ".join(f"{count} {severity}" for severity, count in step["counts"].items())
        append("GITHUB_STEP_SUMMARY", f"### {cell(title)}: {counts}\n")
        rows = [(one["severity"], places(one), one["says"]) for one in step["changes"]]
        if rows:
            append("GITHUB_STEP_SUMMARY", table(["severity", "where", "what"], rows) + "\n")
        changes += step["changes"]
    for one in changes[:MOST_ANNOTATIONS]:
        level = {"breaking": "error", "notable": "warning"}.get(one["severity"], "notice")
        annotate(level, places(one), one["says"])
    return code


def places(change):
    """Where a change is, of many places the first two."""
    named = change["places"]
    rest = f" and {len(named) - 2} more" if len(named) > 2 else ""
    return f"{', '.join(named[:2])}{rest} {change['subject']}".strip()


COMMANDS = {"serve": serve, "costs": costs, "check": check, "drift": drift}

if __name__ == "__main__":
    named = sys.argv[1] if len(sys.argv) > 1 else ""
    if named not in COMMANDS:
        fail(f'command cannot be "{named}"; give {", ".join(COMMANDS)}')
    sys.exit(COMMANDS[named]())
