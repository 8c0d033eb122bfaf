# The guide's own client, unchanged but for its base URL, which is an argument of its constructor.
# Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 python3 guide.py
import os
import time
import traceback
from pathlib import Path

import requests

import guide_client
from guide_client import CharacterCreationMethod, SoraCharacterManager

BASE = os.environ.get("UNDERSTUDY_URL", "http://127.0.0.1:8080")
KEY = f"guide-{os.getpid()}-{time.time_ns()}"
CLIPS = Path(__file__).parent / "../../fixtures/clips"
AUTHORIZED = {"Authorization": f"Bearer {KEY}"}

manager = SoraCharacterManager(api_key=KEY, base_url=f"{BASE}/v1/sora")
results = {True: 0, False: 0}
waits = []


def check(what):
    def run(action):
        try:
            action()
            results[True] += 1
            print(f"ok  {what}")
        except Exception:
            results[False] += 1
            print(f"not ok  {what}: {traceback.format_exc()}")

    return run


def upload(name):
    """Where a clip can be fetched from, on the server itself."""
    with open(CLIPS / name, "rb") as clip:
        answer = requests.post(
            f"{BASE}/api/v3/media/upload/binary", headers=AUTHORIZED, files={"file": (name, clip, "video/mp4")}
        )
    return answer.json()["data"]["download_url"]


def script(*rules):
    requests.delete(f"{BASE}/__understudy/faults", headers=AUTHORIZED).raise_for_status()
    requests.post(f"{BASE}/__understudy/faults", headers=AUTHORIZED, json={"rules": rules}).raise_for_status()


def refusal(action, *arguments, **options):
    try:
        action(*arguments, **options)
    except Exception as error:
        return str(error)
    raise AssertionError("was not refused")


def calls():
    entries = requests.get(f"{BASE}/__understudy/journal", headers=AUTHORIZED).json()["entries"]
    return [f'{entry["method"]} {entry["path"]} {entry["status"]}' for entry in entries if "method" in entry]


@check("a clip becomes a character, from a URL and two times")
def from_url():
    character = manager.create_from_url(video_url=upload("clip-4s.mp4"), timestamps="1,3.5")
    assert character.character_id, character
    assert character.source_method is CharacterCreationMethod.VIDEO_URL
    assert manager.get_character(character.character_id) is character
    assert manager.list_characters() == [character]


@check("times are held against what the clip has")
def times():
    url = upload("clip-4s.mp4")
    for timestamps in ["5,8", "3,1", "1", "one,two", "-1,2"]:
        error = refusal(manager.create_from_url, url, timestamps)
        assert error.startswith("API error: 400 - "), error
        assert "Invalid timestamps" in error, error


@check("a character plays in a video, and the video's task makes another one")
def from_task():
    hero = manager.list_characters()[0]
    task = manager.generate_with_character(hero.character_id, "walking through a futuristic city at sunset")
    for _ in range(200):
        state = requests.get(f'{BASE}/v1/sora/generations/{task["id"]}', headers=AUTHORIZED).json()
        if state["status"] not in ("queued", "in_progress"):
            break
        time.sleep(0.1)
    assert state["status"] == "completed", state
    other = manager.create_from_task(task["id"])
    assert other.source_method is CharacterCreationMethod.TASK_ID
    assert other.character_id != hero.character_id
    both = f"@{other.character_id} having a conversation in a coffee shop"
    assert manager.generate_with_character(hero.character_id, both, duration=4, resolution="720p")["id"] != task["id"]


@check("a task or a character that nobody knows is refused")
def unknown():
    error = refusal(manager.create_from_task, "task_nowhere")
    assert error.startswith("API error: 404 - ") and "Task not found" in error, error
    error = refusal(manager.generate_with_character, "char_nowhere", "waving")
    assert error.startswith("Generation failed: "), error


@check("a 429 is tried again by the client itself, three times at most")
def rate_limited():
    guide_client.time.sleep = waits.append
    url = upload("clip-4s.mp4")
    script({"fault": "rate-limited", "when": {"next": 2}})
    manager.create_from_url(url, "0,2")
    statuses = [call[-3:] for call in calls() if call.startswith("POST /v1/sora/characters")]
    assert statuses[-3:] == ["429", "429", "200"], statuses
    assert waits == [1, 2], waits
    script({"fault": "rate-limited", "when": {"next": 3}})
    assert refusal(manager.create_from_url, url, "0,2") == "Max retries exceeded"


print(f"{results[True]} passed, {results[False]} failed")
raise SystemExit(1 if results[False] else 0)
