"""The configuration of IIS."""

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from builder.hosting.answers import HEADERS, HTTPS_ONLY, LASTING, TYPES

# Relative to where it lies: it is the same under any path. IIS says `no-cache` for DisableCache.
_SITE = """\
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <urlCompression doStaticCompression="true" />
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
{types}
    </staticContent>
  </system.webServer>
{lasting}
</configuration>
"""

_LASTING = """\
  <location path={folder}>
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00"
          cacheControlCustom={rest} />
      </staticContent>
    </system.webServer>
  </location>"""


def iis(lasting: Iterable[str]) -> str:
    """The `web.config` of a site whose folders of these names never change."""
    rest = ", ".join(part for part in LASTING.split(", ") if not part.startswith("max-age"))
    return _SITE.format(
        headers=_headers(),
        types="\n".join(
            f'      <remove fileExtension=".{ending}" />\n'
            f'      <mimeMap fileExtension=".{ending}" mimeType={quoteattr(kind)} />'
            for ending, kind in TYPES.items()
        ),
        lasting="\n".join(
            _LASTING.format(folder=quoteattr(folder), rest=quoteattr(rest)) for folder in lasting
        ),
    )


def _headers() -> str:
    def add(name: str, value: str) -> str:
        return f'<remove name="{name}" />\n        <add name="{name}" value={quoteattr(value)} />'

    lines = [add(name, value) for name, value in HEADERS.items()]
    lines += [
        f"<!-- Once all of this host is on https:\n        {add(name, value)} -->"
        for name, value in HTTPS_ONLY.items()
    ]
    return "\n".join(f"        {line}" for line in lines)
