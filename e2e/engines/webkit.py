"""The smallest browser with WebKit in it, for a driver to drive: `python3 webkit.py PROFILE`.

WebKit's own MiniBrowser keeps nothing once a driver drives it, so that no test could close it and
open it again. Debian's Python runs this: its packages `python3-gi` and `gir1.2-webkit2-4.1` know
Debian's WebKit.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 (which of them has to be said before)


def main(profile: str) -> None:
    """Wait for the driver and do what it says."""
    kept = WebKit2.WebsiteDataManager(
        base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache"
    )
    context = WebKit2.WebContext(website_data_manager=kept)
    context.set_automation_allowed(True)
    context.connect("automation-started", _begin)
    Gtk.main()


def _begin(context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    about = WebKit2.ApplicationInfo()
    about.set_name("MiniBrowser")  # the only name that drivers' clients ask for
    about.set_version(
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    )
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: _window(context))


def _window(context: WebKit2.WebContext) -> WebKit2.WebView:
    window = Gtk.Window(default_width=1280, default_height=900)
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.connect("close", lambda _: window.destroy())
    window.connect("destroy", Gtk.main_quit)
    window.add(view)
    window.show_all()
    return view


main(sys.argv[1])
