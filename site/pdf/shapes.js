// Draws the shapes of a picture (views/shapes.py) with pdfkit, from the back to the front.

export function draw(doc, shapes, x, y, wide) {
  doc.save().translate(x, y).scale(wide / shapes.width);
  for (const one of shapes.drawn) "path" in one ? shape(doc, one) : label(doc, one);
  doc.restore();
}

function shape(doc, { path, at, turn, fill, stroke, width, opacity, dash, soft, under }) {
  doc.save().translate(...at).rotate(turn).lineWidth(width);
  if (soft) doc.lineCap("round").lineJoin("round");
  if (dash.length) doc.dash(dash[0], { space: dash[1] });
  doc.strokeOpacity(opacity);
  if (under && stroke) doc.path(path).stroke(stroke);
  doc.path(path);
  if (fill && stroke && !under) doc.fillAndStroke(fill, stroke);
  else if (fill) doc.fill(fill);
  else if (stroke) doc.stroke(stroke);
  doc.restore();
}

function label(doc, { text, at, anchor, size, strong, fill, ground }) {
  doc.font(strong ? "strong" : "plain").fontSize(size);
  const wide = doc.widthOfString(text);
  const x = at[0] - { start: 0, middle: 0.5, end: 1 }[anchor] * wide;
  if (ground) {
    doc.roundedRect(x - 2, at[1] - size * 0.8, wide + 4, size * 1.04, size / 4);
    doc.fillOpacity(0.8).fill(ground).fillOpacity(1);
  }
  doc.fillColor(fill).text(text, x, at[1], { lineBreak: false, baseline: "alphabetic" });
}
