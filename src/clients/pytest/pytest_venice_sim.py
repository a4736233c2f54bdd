"""Plugin for pytest: one Venice video simulator for a run, and a fresh world of it for each test."""

import json
import os
import secrets
import shutil
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

# what the plugin reads itself, and the simulator does not know
OURS = ("VENICE_SIM_URL", "VENICE_SIM_JAR", "VENICE_SIM_IMAGE")
HOW = (
    "set VENICE_SIM_JAR to the simulator's jar (venice-sim.jar, which `mvn package` leaves in target/), "
    "VENICE_SIM_IMAGE to its image, or VENICE_SIM_URL to one that runs, such as http://127.0.0.1:8080"
)
# a limit for starts that hang, not one of their speed
PATIENCE_SECONDS = 300
CA_LINE = "venice-sim certificate authority: "
TRUST = "set VENICE_SIM_TLS_CA to the certificate of its authority, which `serve --tls generated` writes to venice-sim-ca.pem"


class SimulatorError(Exception):
    """What keeps a test from its simulator; the message is one line that ends with the fix."""


class Simulator:
    """A running simulator, and the calls of its control API."""

    def __init__(self, origin, stop=lambda: None, tls_ca=None):
        self.origin = origin
        self.base_url = origin + "/api/v1"
        self.tls_ca = tls_ca or os.environ.get("VENICE_SIM_TLS_CA") or None
        self._stop = stop
        self._opener = None

    def _open(self, request):
        if self._opener is None:
            handlers = []
            if urllib.parse.urlsplit(self.origin).hostname in ("127.0.0.1", "localhost"):
                # loopback is nobody's business but ours
                handlers.append(urllib.request.ProxyHandler({}))
            if self.tls_ca and self.origin.startswith("https:"):
                handlers.append(urllib.request.HTTPSHandler(context=_trusting(self.tls_ca)))
            self._opener = urllib.request.build_opener(*handlers)
        return self._opener.open(request, timeout=60)

    def call(self, method, path, body=None, content_type="application/json"):
        """A call of the control API: what it answers, or a SimulatorError with the simulator's own words."""
        data = None if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        request = urllib.request.Request(self.origin + "/__sim" + path, data=data, method=method)
        if data is not None:
            request.add_header("Content-Type", content_type)
        token = os.environ.get("VENICE_SIM_ADMIN_TOKEN", "none")
        if token != "none":
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with self._open(request) as reply:
                text = reply.read()
        except urllib.error.HTTPError as refused:
            said = refused.read().decode("utf-8", "replace")
            try:
                said = json.loads(said)["detail"]
            except (ValueError, KeyError, TypeError):
                pass
            raise SimulatorError(f"{method} /__sim{path.split('?')[0]} was refused ({refused.code}): {said}") from None
        except OSError as absent:
            reason = getattr(absent, "reason", absent)
            if isinstance(reason, ssl.SSLCertVerificationError):
                said = reason.verify_message or reason
                raise SimulatorError(f"the certificate of {self.origin} is not trusted ({said}); {TRUST}") from None
            raise SimulatorError(f"no simulator answers at {self.origin} ({reason}); {HOW}") from None
        return json.loads(text) if text else None

    def stop(self):
        self._stop()


def _trusting(file):
    """Trust in the authority in a file, beside those that Python trusts by itself."""
    context = ssl.create_default_context()
    try:
        context.load_verify_locations(file)
    except ssl.SSLError:
        raise SimulatorError(f"VENICE_SIM_TLS_CA is {file}, which holds no certificate in PEM; {TRUST}") from None
    except OSError as unread:
        raise SimulatorError(f"VENICE_SIM_TLS_CA is {file}, which cannot be read ({unread.strerror}); {TRUST}") from None
    return context


class Clock:
    """The time of one world."""

    def __init__(self, world):
        self._world = world

    def _move(self, **change):
        return self._world._call("PATCH", "/clock", change)["now"]

    @property
    def now(self):
        return self._world._call("GET", "/clock")["now"]

    def advance(self, duration):
        """Forward by a duration, such as "40s"."""
        return self._move(advance=duration)

    def freeze(self):
        return self._move(frozen=True)

    def next(self):
        """To the next thing that is due."""
        return self._move(next=True)


class World:
    """What one API key sees: give `base_url` and `api_key` to the client under test."""

    def __init__(self, simulator, settings):
        self.simulator = simulator
        self.base_url = simulator.base_url
        self.tls_ca = simulator.tls_ca
        self.api_key = "VENICE_INFERENCE_KEY_" + secrets.token_hex(20)
        self.clock = Clock(self)
        self.id = simulator.call("POST", "/worlds", {**settings, "apiKey": self.api_key})["id"]

    def _call(self, method, path, body=None, content_type="application/json"):
        return self.simulator.call(method, f"/worlds/{self.id}{path}", body, content_type)

    def scenario(self, scenario):
        """Puts a scenario in place: a ready-made one's name, a dict, or YAML text."""
        if isinstance(scenario, str) and "\n" in scenario:
            self._call("PUT", "/scenario", scenario, "application/yaml")
        else:
            self._call("PUT", "/scenario", {"name": scenario} if isinstance(scenario, str) else scenario)

    def jobs(self):
        return self._call("GET", "/jobs")["jobs"]

    def requests(self):
        return self._call("GET", "/requests")["requests"]

    def findings(self):
        """What the client did that would cost money or break in production."""
        return self._call("GET", "/findings")["findings"]

    def account(self):
        return self._call("GET", "/account")

    def report(self):
        """Lines for the report of a test that failed: what was asked, and what was wrong with it."""
        lines = [
            f"{entry['n']}. {entry['method']} {entry['path']} {entry['status']}: {'; '.join(entry['why'])}"
            for entry in self.requests()[-20:]
        ]
        lines += [f"{found['severity']} {found['rule']}: {found['says']} ({found['docs']})" for found in self.findings()]
        return "\n".join(lines) or "nothing was asked with this world's key; is the client given venice.api_key?"


def _by_jar(jar):
    if not Path(jar).is_file():
        raise SimulatorError(f"VENICE_SIM_JAR is {jar}, and there is no such file; {HOW}")
    java = shutil.which("java")
    if java is None:
        raise SimulatorError("VENICE_SIM_JAR needs a Java of version 17 or newer, and no java is on the PATH; install one")
    folder = Path(tempfile.mkdtemp(prefix="venice-sim-"))
    port, log = folder / "port", folder / "log"
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    arguments = ["serve", "--port", "0", "--port-file", str(port)]
    if "VENICE_SIM_JOB_TIME" not in environment:
        arguments += ["--job-time", "polls:2"]
    with log.open("wb") as output:
        process = subprocess.Popen([java, "-jar", jar, *arguments], stdout=output, stderr=output, env=environment)

    def stop():
        process.terminate()
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)

    until = time.monotonic() + PATIENCE_SECONDS
    # the port is known before the line that tells the scheme
    while "venice-sim ready " not in log.read_text(errors="replace"):
        if process.poll() is not None or time.monotonic() > until:
            said = log.read_text(errors="replace").strip().splitlines() or ["nothing"]
            stop()
            raise SimulatorError(f"{jar} did not start; it said: {said[-1]}")
        time.sleep(0.05)
    said = log.read_text(errors="replace").splitlines()
    scheme = "https" if any("venice-sim ready https:" in line for line in said) else "http"
    authority = next((line.removeprefix(CA_LINE) for line in said if line.startswith(CA_LINE)), None)
    return Simulator(f"{scheme}://127.0.0.1:{port.read_text()}", stop, authority)


def _by_image(image):
    engine = shutil.which("docker") or shutil.which("podman")
    if engine is None:
        raise SimulatorError(f"VENICE_SIM_IMAGE is {image}, and neither docker nor podman is on the PATH; {HOW}")

    def run(*words):
        done = subprocess.run([engine, *words], capture_output=True, text=True)
        if done.returncode != 0:
            said = done.stderr.strip().splitlines() or ["nothing"]
            raise SimulatorError(f"{Path(engine).name} {words[0]} of {image} failed: {said[-1]}; {HOW}")
        return done

    def told(*words):
        return run(*words).stdout.strip()

    pace = os.environ.get("VENICE_SIM_JOB_TIME", "polls:2")
    settings = ["-e", "VENICE_SIM_ADMIN_TOKEN=none", "-e", f"VENICE_SIM_JOB_TIME={pace}"]
    container = told("run", "-d", "-p", "127.0.0.1::8080", *settings, image)

    def stop():
        run("rm", "-f", "-v", container)

    until = time.monotonic() + PATIENCE_SECONDS
    while told("inspect", "-f", "{{.State.Running}}", container) == "true" and time.monotonic() < until:
        try:
            simulator = Simulator("http://" + told("port", container, "8080").splitlines()[0], stop)
            simulator.call("GET", "/health")
            return simulator
        except SimulatorError:
            time.sleep(0.1)
    logs = run("logs", "--tail", "3", container)
    said = (logs.stdout + logs.stderr).strip().splitlines() or ["nothing"]
    stop()
    raise SimulatorError(f"{image} did not start; it said: {' | '.join(said)}")


def start():
    """The simulator that the environment names."""
    url, jar, image = (os.environ.get(name, "") for name in OURS)
    if url:
        simulator = Simulator(url.rstrip("/").removesuffix("/api/v1"))
        simulator.call("GET", "/health")
        return simulator
    if jar:
        return _by_jar(jar)
    if image:
        return _by_image(image)
    raise SimulatorError("there is no simulator to test against; " + HOW)


def _tried(work):
    """What the work gives; a problem is a failure of one line, without the way that led to it."""
    try:
        return work()
    except SimulatorError as problem:
        said = str(problem)
    pytest.fail(said, pytrace=False)


@pytest.fixture(scope="session")
def venice_simulator():
    """The simulator of this run."""
    simulator = _tried(start)
    yield simulator
    simulator.stop()


@pytest.fixture
def venice(request, venice_simulator):
    """A fresh world for one test."""
    marker = request.node.get_closest_marker("venice")
    settings = dict(marker.kwargs) if marker else {}
    strict = settings.pop("fail_on_findings", False)
    world = _tried(lambda: World(venice_simulator, settings))
    request.node.stash[WORLD] = world
    yield world
    grave = [found for found in world.findings() if found["severity"] != "info"] if strict else []
    # the report of a failure is made before this, so the world may go
    venice_simulator.call("DELETE", f"/worlds/{world.id}")
    if grave:
        said = "\n".join(f"{one['rule']}: {one['says']} ({one['docs']})" for one in grave)
        pytest.fail("the client has findings:\n" + said, pytrace=False)


WORLD = pytest.StashKey()


def pytest_configure(config):
    config.addinivalue_line(
        "markers",
        "venice(**settings): how the test's world is declared, such as balanceUsd=5, jobTime='40s', "
        "scenario='at-capacity', edition='latest', clock={'frozen': True}; fail_on_findings=True judges the client",
    )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    world = item.stash.get(WORLD, None)
    if world is not None and report.when == "call" and report.failed:
        try:
            report.sections.append(("what the simulator saw", world.report()))
        except SimulatorError as gone:
            report.sections.append(("what the simulator saw", str(gone)))
