"""What scripts and the browser draw: a PDF of blocks, a PNG of an SVG."""

from base64 import b64decode, b64encode
from dataclasses import replace

from js import Image, chn, document

from chn_self.app.effects import Paper
from chn_self.shell.handing import File

# Sharp on a screen with small pixels, and on paper.
SCALE = 2


async def pdf(blocks: File) -> File:
    """The document as a PDF; raises JsException where what draws it cannot be fetched."""
    drawn = await chn.pdf(blocks.content.decode())
    name = f"{blocks.name.removesuffix('.json')}.pdf"
    return replace(blocks, name=name, type="application/pdf", content=drawn.to_bytes())


async def png(svg: File) -> File:
    """The same drawing as a PNG, twice as large; raises JsException where it cannot be drawn.

    An image element draws SVG in every engine, from an address that the page's policy lets through.
    """
    image = Image.new()
    image.src = f"data:{svg.type};base64,{b64encode(svg.content).decode()}"
    await image.decode()
    canvas = document.createElement("canvas")
    canvas.width, canvas.height = SCALE * image.naturalWidth, SCALE * image.naturalHeight
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
    _, _, drawn = str(canvas.toDataURL("image/png")).partition(",")
    name = f"{svg.name.removesuffix('.svg')}.png"
    return replace(svg, paper=Paper.PNG, name=name, type="image/png", content=b64decode(drawn))
