"""The plugin as a project that installed it meets it. The outer run's VENICE_SIM_URL or VENICE_SIM_JAR names the simulator."""

import http.server
import os
import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest

CLIENT = """
    import json
    import urllib.request

    DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def post(venice, path, body):
        headers = {"Authorization": f"Bearer {venice.api_key}", "Content-Type": "application/json"}
        request = urllib.request.Request(venice.base_url + path, data=json.dumps(body).encode(), headers=headers)
        with DIRECT.open(request) as reply:
            return reply.headers["Content-Type"], reply.read()

    def queue(venice):
        ordered = {"model": "wan-2.6-text-to-video", "prompt": "a gondola", "duration": "5s",
                   "aspect_ratio": "16:9", "resolution": "720p"}
        reply = json.loads(post(venice, "/video/queue", ordered)[1])
        return {key: reply[key] for key in ("model", "queue_id")}
"""


@pytest.fixture
def suite(pytester, monkeypatch):
    """Runs a file of tests with the plugin, in a process of its own."""

    def run(text, **environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name, raising=False)
        pytester.makepyfile(client=CLIENT)
        pytester.makepyfile("import pytest\nfrom client import post, queue\n" + text)
        plugin = []
        if "VENICE_SIM_INSTALLED" not in os.environ:
            monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
            plugin = ["-p", "pytest_venice_sim"]
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", *plugin)

    return run


NOWHERE = {"VENICE_SIM_URL": "", "VENICE_SIM_JAR": "", "VENICE_SIM_IMAGE": ""}


def test_each_test_has_a_world_of_its_own(suite):
    result = suite(
        '''
keys = []

@pytest.mark.parametrize("n", [1, 2])
def test_pays_from_its_own_account(venice, n):
    keys.append(venice.api_key)
    ticket = queue(venice)
    kinds = [post(venice, "/video/retrieve", ticket)[0] for _ in range(3)]
    assert kinds[-1] == "video/mp4"
    assert venice.account()["spentUsd"] == 0.55
    assert [job["state"] for job in venice.jobs()] == ["COMPLETED"]
    assert len(set(keys)) == n
'''
    )
    result.assert_outcomes(passed=2)


def test_a_marker_declares_the_world_and_the_clock_moves_it(suite):
    result = suite(
        '''
@pytest.mark.venice(balanceUsd=5, jobTime="40s", clock={"frozen": True, "at": "2026-11-23T10:00:00Z"})
def test_waits_without_waiting(venice):
    ticket = queue(venice)
    assert post(venice, "/video/retrieve", ticket)[0].startswith("application/json")
    assert venice.clock.now == "2026-11-23T10:00:00Z"
    assert venice.clock.advance("40s") == "2026-11-23T10:00:40Z"
    assert post(venice, "/video/retrieve", ticket)[0] == "video/mp4"
    assert venice.account()["balanceUsd"] == 4.45

def test_plays_a_scenario(venice):
    venice.scenario("jobs:\\n  - outcome: failed\\n")
    venice.scenario({"jobTime": "polls:0"})
    assert post(venice, "/video/retrieve", queue(venice))[0] == "video/mp4"
    venice.scenario("insufficient-balance")
    with pytest.raises(Exception, match="402"):
        queue(venice)
'''
    )
    result.assert_outcomes(passed=2)


def test_a_failure_shows_what_the_simulator_saw(suite):
    result = suite(
        '''
def test_fails(venice):
    post(venice, "/video/retrieve", queue(venice))
    assert 1 == 2

def test_fails_before_it_asks(venice):
    assert 1 == 2
'''
    )
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(
        [
            "*what the simulator saw*",
            "1. POST /api/v1/video/queue 200: *",
            "2. POST /api/v1/video/retrieve 200: *",
            "*what the simulator saw*",
            "nothing was asked with this world's key; is the client given venice.api_key?",
        ]
    )


def test_findings_fail_a_test_that_asks_for_it(suite):
    wasteful = '''
def test_shows_its_key_to_every_log(venice):
    post(venice, "/video/quote?api_key=" + venice.api_key, {"model": "wan-2.6-text-to-video", "duration": "5s",
                                                            "aspect_ratio": "16:9", "resolution": "720p"})
'''
    suite(wasteful).assert_outcomes(passed=1)
    result = suite("@pytest.mark.venice(fail_on_findings=True)" + wasteful)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["the client has findings:", "key-in-url: *"])


def test_a_setting_that_the_simulator_refuses_is_said_in_its_words(suite):
    result = suite('@pytest.mark.venice(scenario="no-such-scenario")\ndef test_it(venice): pass\n')
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["POST /__sim/worlds was refused (4*): *no-such-scenario*"])


@pytest.mark.parametrize(
    "environment, line",
    [
        ({}, "there is no simulator to test against; set VENICE_SIM_JAR to *VENICE_SIM_IMAGE to *VENICE_SIM_URL to *"),
        ({"VENICE_SIM_JAR": "/no/such.jar"}, "VENICE_SIM_JAR is /no/such.jar, and there is no such file; set *"),
        ({"VENICE_SIM_URL": "http://127.0.0.1:1"}, "no simulator answers at http://127.0.0.1:1 (*); set *"),
        (
            {"VENICE_SIM_IMAGE": "venice:none", "PATH": "/nowhere"},
            "VENICE_SIM_IMAGE is venice:none, and neither docker nor podman is on the PATH; set *",
        ),
        ({"VENICE_SIM_JAR": __file__, "PATH": "/nowhere"}, "VENICE_SIM_JAR needs a Java of version 17 or newer, *"),
    ],
)
def test_without_a_simulator_the_fix_is_one_line(suite, environment, line):
    result = suite("def test_it(venice): pass\n", **{**NOWHERE, **environment})
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([line])
    result.stdout.no_fnmatch_line("*Traceback*")


SECURE = """
import json
import ssl
import urllib.request

def test_a_client_that_trusts_its_authority_is_served(venice):
    assert venice.base_url.startswith("https://127.0.0.1:")
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}),
        urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=venice.tls_ca)))
    with opener.open(venice.base_url + "/models?type=video") as reply:
        assert json.load(reply)["data"]
    assert venice.account()["spentUsd"] == 0
"""
JAR = os.environ.get("VENICE_SIM_JAR", "")
with_jar = pytest.mark.skipif(not JAR or not shutil.which("java"), reason="wants VENICE_SIM_JAR and a java")


@with_jar
def test_a_jar_that_speaks_tls_is_trusted_by_the_authority_that_it_makes(suite):
    suite(SECURE, VENICE_SIM_TLS="generated", VENICE_SIM_URL="", VENICE_SIM_TLS_CA="").assert_outcomes(passed=1)


@pytest.fixture
def secure(tmp_path):
    """A simulator that runs already and speaks TLS: its address, and the file of its authority."""
    ca, port = tmp_path / "ca.pem", tmp_path / "port"
    options = ["--tls", "generated", "--tls-ca", str(ca), "--port", "0", "--port-file", str(port)]
    server = subprocess.Popen(["java", "-jar", JAR, "serve", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not port.exists() and server.poll() is None:
        time.sleep(0.05)
    yield f"https://127.0.0.1:{port.read_text()}", str(ca)
    server.terminate()
    server.wait()


@with_jar
def test_one_that_runs_is_trusted_by_the_authority_that_is_named(suite, secure):
    url, ca = secure
    suite(SECURE, VENICE_SIM_URL=url, VENICE_SIM_TLS_CA=ca).assert_outcomes(passed=1)
    for named, line in [
        ("", f"the certificate of {url} is not trusted (*); set VENICE_SIM_TLS_CA to *"),
        ("/no/such.pem", "VENICE_SIM_TLS_CA is /no/such.pem, which cannot be read (*); set VENICE_SIM_TLS_CA to *"),
        (__file__, "VENICE_SIM_TLS_CA is *, which holds no certificate in PEM; set VENICE_SIM_TLS_CA to *"),
    ]:
        result = suite("def test_it(venice): pass\n", VENICE_SIM_URL=url, VENICE_SIM_TLS_CA=named)
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines([line])
        result.stdout.no_fnmatch_line("*Traceback*")


class Healthy(http.server.BaseHTTPRequestHandler):
    """Answers as a server that is up."""

    def do_GET(self):
        self.send_response(204)
        self.end_headers()

    def log_message(self, *words):
        pass


ENGINE = """#!/bin/sh
echo "$@" >> {asked}
case $1 in
  run) echo 5ec0 ;;
  inspect) echo {running} ;;
  port) echo 127.0.0.1:{port} ;;
  logs) echo starting; echo 'job-time cannot be "soon"' >&2 ;;
esac
"""


@pytest.fixture
def engine(tmp_path, monkeypatch):
    """Puts an engine of containers on the path that notes what it is asked."""

    def install(running, port=0):
        docker, asked = tmp_path / "docker", tmp_path / "asked"
        docker.write_text(ENGINE.format(asked=asked, running=running, port=port))
        docker.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        return lambda: asked.read_text().splitlines()

    return install


def test_a_container_that_has_ended_is_quoted(suite, engine):
    asked = engine("false")
    result = suite("def test_it(venice): pass\n", **{**NOWHERE, "VENICE_SIM_IMAGE": "venice:1", "VENICE_SIM_JOB_TIME": "3s"})
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(['venice:1 did not start; it said: starting | job-time cannot be "soon"'])
    assert "-e VENICE_SIM_JOB_TIME=3s venice:1" in asked()[0]
    assert asked()[-1] == "rm -f -v 5ec0"


def test_a_container_that_runs_is_used_and_ended(suite, engine):
    server = http.server.HTTPServer(("127.0.0.1", 0), Healthy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    asked = engine("true", server.server_port)
    body = f"def test_it(venice_simulator): assert venice_simulator.origin == 'http://127.0.0.1:{server.server_port}'\n"
    suite(body, **{**NOWHERE, "VENICE_SIM_IMAGE": "venice:1"}).assert_outcomes(passed=1)
    server.shutdown()
    server.server_close()
    assert "-e VENICE_SIM_JOB_TIME=polls:2 venice:1" in asked()[0]
    assert asked()[-1] == "rm -f -v 5ec0"


def test_a_jar_that_does_not_start_is_quoted(suite, tmp_path):
    broken = tmp_path / "broken.jar"
    broken.write_text("no jar")
    result = suite("def test_it(venice): pass\n", **{**NOWHERE, "VENICE_SIM_JAR": str(broken)})
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"{broken} did not start; it said: *"])
