"""A real browser, and a guard that sees whatever a page must never do."""

import json
import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
AXE = ROOT / "site" / "node_modules" / "axe-core" / "axe.min.js"

# The system's browser where there is one; else Playwright's own.
_WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_LOOPBACK = "127.0.0.1"

# Rules that axe leaves out unless asked: text of 7:1, targets of 24 px.
RULES = {name: {"enabled": True} for name in ("color-contrast-enhanced", "target-size")}

# Said to the console, where the guard listens, so that workers' and early ones are heard too.
_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


def launch(
    playwright: Playwright, *, without: tuple[str, ...] = (), reaching: str = _LOOPBACK
) -> Browser:
    """Start a headless Chromium, without its sandbox where the user is root and it cannot.

    `without` are flags of Playwright's own that are left out; `reaching` is the one host that the
    browser can find.
    """
    return playwright.chromium.launch(
        executable_path=system_browser(),
        args=flags(reaching),
        ignore_default_args=[*without],
    )


def system_browser() -> str | None:
    """Where the system's whole Chromium is, or None for Playwright's own."""
    return next(filter(None, map(shutil.which, _WHOLE)), None)


def flags(reaching: str = _LOOPBACK) -> list[str]:
    """How Chromium is started: whatever the guard might miss has nowhere to go."""
    rules = f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {reaching}"
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*_FLAGS, rules, *(["--no-sandbox"] if root else [])]


def built(path: str) -> str:
    """Where `assets/app.css` or the like is in the site, with the hash that its folder got."""
    folder, _, name = path.partition("/")
    (found,) = DIST.glob(f"{folder}-*")
    return f"{found.name}/{name}"


@dataclass
class Guard:
    """What went wrong on a page: foreign requests, policy violations, errors of any kind."""

    origin: str
    faults: list[str] = field(default_factory=list)
    allowed: list[re.Pattern[str]] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        """Let faults that match pass: for tests in which something is meant to go wrong."""
        self.allowed.append(re.compile(pattern))

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page and worker of a context, from its first request on."""
        context.add_init_script(_TELL_VIOLATIONS)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda raised: self.faults.append(f"page error: {raised.error}"))

    def unexpected(self) -> list[str]:
        """The faults that no test asked for."""
        return [
            fault
            for fault in self.faults
            if not any(pattern.search(fault) for pattern in self.allowed)
        ]

    def _request(self, request: Request) -> None:
        scheme, host = urlsplit(request.url)[:2]
        if scheme not in ("data", "blob") and f"{scheme}://{host}" != self.origin:
            self.faults.append(f"foreign request: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")


def axe(page: Page, **options: Any) -> list[str]:
    """What axe finds on a page as it stands, a line a rule: name, help, and where.

    Every rule is asked for but those that axe calls experimental.
    """
    session = page.context.new_cdp_session(page)
    try:
        # Not `page.evaluate`, which the page's own policy keeps from evaluating a text.
        _evaluate(session, AXE.read_text("utf-8") + ";undefined")
        asked = json.dumps({"rules": RULES, **options})
        found = _evaluate(session, f"axe.run(document, {asked})")
    finally:
        session.detach()
    return [
        f"{rule['id']}: {rule['help']} at {[node['target'] for node in rule['nodes']]}"
        for rule in found["violations"]
    ]


def _evaluate(session: Any, expression: str) -> Any:
    answer = session.send(
        "Runtime.evaluate",
        {"expression": expression, "awaitPromise": True, "returnByValue": True},
    )
    if "exceptionDetails" in answer:
        raise RuntimeError(str(answer["exceptionDetails"]))
    return answer["result"].get("value")
