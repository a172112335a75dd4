"""A headless Chromium by chromedriver (W3C WebDriver over HTTP), on the standard library."""
import base64
import json
import os
import shutil
import subprocess
import time
import urllib.request

DESKTOP, PHONE = (1280, 900, 1), (390, 844, 2)  # CSS pixels, and device pixels for each


def missing():
    """Names of the programs that are not installed."""
    return [name for name in ("chromium", "chromedriver") if not shutil.which(name)]


class Browser:
    """One browser window of ``size`` (width, height, scale). Use it in a ``with`` block."""

    def __init__(self, size=DESKTOP):
        self._size = size
        self._driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        text=True)
        self._root = "http://127.0.0.1:{}".format(self._port())
        self._session = ""

    def _port(self):
        for line in self._driver.stdout:
            if "successfully on port " in line:
                return int(line.rsplit("port ", 1)[1].strip().rstrip("."))
        raise OSError("chromedriver did not start")

    def _send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode("utf-8")
        request = urllib.request.Request(self._root + self._session + path, data, {"Content-Type": "application/json"},
                                         method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def __enter__(self):
        width, height, scale = self._size
        options = {"args": ["--headless=new", "--hide-scrollbars", "--disable-gpu", "--force-color-profile=srgb",
                            "--disable-background-networking", "--disable-dev-shm-usage"] +
                           (["--no-sandbox"] if os.geteuid() == 0 else []),
                   "perfLoggingPrefs": {"enableNetwork": True},
                   "mobileEmulation": {"deviceMetrics": {"width": width, "height": height, "pixelRatio": scale,
                                                         "mobile": width < 600, "touch": width < 600}}}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        self._session = "/session/" + self._send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        return self

    def __exit__(self, *_):
        try:
            self._send("DELETE", "")
        finally:
            self._driver.terminate()
            self._driver.wait(20)
            self._driver.stdout.close()

    def open(self, path):
        self._send("POST", "/url", {"url": "file://" + str(path)})

    def run(self, script, *arguments):
        """The value that ``script`` (a function body) returns."""
        return self._send("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script, *arguments):
        """The value that ``script`` gives to its last argument, a callback."""
        return self._send("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def console(self):
        """What the page wrote to the console since the last call."""
        return self._send("POST", "/se/log", {"type": "browser"})

    def requests(self):
        """Addresses that the page asked for since the last call."""
        found = []
        for entry in self._send("POST", "/se/log", {"type": "performance"}):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def picture(self, whole=False):
        """The window, or the whole page, as PNG."""
        command = {"cmd": "Page.captureScreenshot", "params": {"captureBeyondViewport": whole}}
        if whole:
            size = self.run("return [document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
            command["params"]["clip"] = {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}
        return base64.b64decode(self._send("POST", "/goog/cdp/execute", command)["data"])

    def pdf(self):
        """The page as it is printed."""
        command = {"cmd": "Page.printToPDF", "params": {"preferCSSPageSize": True, "printBackground": True}}
        return base64.b64decode(self._send("POST", "/goog/cdp/execute", command)["data"])

    def wait(self, script, seconds=10):
        """Waits until ``script`` returns something true."""
        end = time.monotonic() + seconds
        while not self.run(script):
            if time.monotonic() > end:
                raise TimeoutError(script)
            time.sleep(0.05)
