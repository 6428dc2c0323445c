"""A headless Chromium at the end of a pipe: the DevTools protocol without a client library."""

import base64
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
]  # fmt: skip

#: Puts the pipes where Chromium looks for them; copies first, since a pipe may be 3 or 4 itself.
START = """
import os, sys
commands, answers = os.dup(os.dup(int(sys.argv[1]))), os.dup(os.dup(int(sys.argv[2])))
os.dup2(commands, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Browser:
    """One browser; ``open`` gives a tab. Commands go in on descriptor 3, answers come from 4, ended by NUL."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="chromium-")
        commands, self.to_browser = os.pipe()
        self.from_browser, answers = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, str(commands), str(answers),
             CHROMIUM, *FLAGS, f"--user-data-dir={self.profile}", "about:blank"],
            pass_fds=(commands, answers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(commands)
        os.close(answers)
        self.unread, self.count, self.events = b"", 0, []

    def close(self):
        with contextlib.suppress(OSError):
            self.call("Browser.close")
        self.process.wait(timeout=20)
        os.close(self.to_browser)
        os.close(self.from_browser)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, session=None, **params):
        self.count += 1
        message = {"id": self.count, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.count:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return answer["result"]

    def read(self):
        """The next message; events are kept."""
        while b"\0" not in self.unread:
            got = os.read(self.from_browser, 1 << 16)
            if not got:
                raise OSError("the browser has gone")
            self.unread += got
        message, _, self.unread = self.unread.partition(b"\0")
        message = json.loads(message)
        if "method" in message:
            self.events.append(message)
        return message

    def open(self, path):
        return Tab(self, path)


class Tab:
    """One page, loaded."""

    def __init__(self, browser, path):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Runtime", "Log", "Page", "Network"):
            self.call(f"{domain}.enable")
        browser.events.clear()
        self.call("Page.navigate", url=path.resolve().as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in browser.events):
            browser.read()

    def call(self, method, **params):
        return self.browser.call(method, self.session, **params)

    def run(self, script):
        """The value of an expression in the page, awaited."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def press(self, key):
        code = {"Tab": 9, "Enter": 13}[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text
            )

    def complaints(self):
        """Errors and warnings of the console, uncaught exceptions, and anything asked of the network."""
        told = [event for event in self.browser.events if event.get("sessionId") == self.session]
        found = [e["params"]["entry"]["text"] for e in told if e["method"] == "Log.entryAdded"]
        found += [
            str(e["params"])
            for e in told
            if e["method"] in ("Runtime.exceptionThrown", "Page.javascriptDialogOpening")
        ]
        found += [str(e["params"]["args"]) for e in told if e["method"] == "Runtime.consoleAPICalled"]
        asked = [e["params"]["request"]["url"] for e in told if e["method"] == "Network.requestWillBeSent"]
        return found + [url for url in asked if not url.startswith(("file:", "data:"))]

    def emulate(self, media="", scheme="light", width=1200):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=1400, deviceScaleFactor=1, mobile=False
        )

    def screenshot(self, path):
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))
