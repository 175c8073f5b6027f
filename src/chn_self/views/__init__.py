"""State to HTML, SVG and text: strings only, nothing is touched."""
