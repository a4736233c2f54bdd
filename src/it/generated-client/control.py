"""A suite that knows the control API by the client that openapi-generator makes of its document."""
import json
import os
import urllib.request

from control_api import ApiClient, ApiException, ClockApi, Configuration, JobsApi, JournalApi, WorldsApi
from control_api.models import ClockMove, ClockStart, Decision, Declaration, Outcome, OutcomeRejected, Scenario

ROOT = os.environ["VENICE_SIM_URL"]
KEY = "python-key"
client = ApiClient(Configuration(host=ROOT))
worlds, jobs, journal = WorldsApi(client), JobsApi(client), JournalApi(client)


def queue():
    request = urllib.request.Request(
        f"{ROOT}/api/v1/video/queue",
        data=json.dumps({
            "model": "wan-2.6-text-to-video",
            "prompt": "a gondola",
            "duration": "5s",
            "aspect_ratio": "16:9",
            "resolution": "720p",
        }).encode(),
        headers={"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)["queue_id"]


# this key, this set-up: twice, as before two tests
for _ in range(2):
    arranged = worlds.arrange_world(
        KEY, Declaration(balance_usd=5, job_time="40s", clock=ClockStart(frozen=True)))
    assert arranged.account.balance_usd == 5, arranged
    queue()

assert worlds.set_scenario(KEY, Scenario(name="slow")).scenario == "slow"
worlds.set_scenario(KEY, Scenario(jobs=[{"when": {"nth": 1}, "outcome": {"failed": {}}}]))
failing = queue()
ClockApi(client).move_clock(KEY, ClockMove(advance="40s"))
assert jobs.get_job(KEY, failing).state == "FAILED"
worlds.unset_scenario(KEY)

outcome = Outcome(rejected=OutcomeRejected(status=451, message="not in this country"))
decided = jobs.decide_job(KEY, queue(), Decision(finish=True, outcome=outcome))
assert decided.outcome.rejected.status == 451, decided

try:
    journal.list_requests(KEY, endpoint="compleet")
    raise AssertionError("a name that is no endpoint was taken")
except ApiException as refused:
    assert "compleet" in refused.body, refused
