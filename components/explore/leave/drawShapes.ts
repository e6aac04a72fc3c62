import type { Drawing, Shape } from "@/lib/figures/drawing";

const SVG = "http://www.w3.org/2000/svg";

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

function draw(shape: Shape, ink: string): SVGElement {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill, opacity } = shape;
      const made = element("rect", { x, y, width, height, rx: 2, fill });
      if (opacity !== undefined) {
        made.setAttribute("fill-opacity", String(opacity));
        made.setAttribute("stroke", fill);
      }
      return made;
    }
    case "text": {
      const { x, y, text, anchor, fill } = shape;
      const made = element("text", {
        x,
        y,
        "text-anchor": anchor,
        "dominant-baseline": "central",
        fill: fill ?? ink,
      });
      made.textContent = text;
      return made;
    }
    case "dot":
      return element("circle", {
        cx: shape.x,
        cy: shape.y,
        r: 3.5,
        fill: shape.hollow ? "none" : ink,
        stroke: ink,
      });
    case "line":
      return element("line", {
        x1: shape.x,
        y1: shape.y,
        x2: shape.toX ?? shape.x,
        y2: shape.toY ?? shape.y,
        stroke: ink,
        "stroke-opacity": shape.opacity ?? 0.5,
      });
    case "points": {
      const { at, radius, fill, opacity } = shape;
      const made = element("g", { fill, "fill-opacity": opacity });
      made.append(...at.map(([cx, cy]) => element("circle", { cx, cy, r: radius })));
      return made;
    }
    case "ring":
      return element("circle", {
        cx: shape.x,
        cy: shape.y,
        r: shape.radius,
        fill: "none",
        stroke: ink,
        "stroke-width": shape.strokeWidth,
      });
    case "picture": {
      const { x, y, width, height, address } = shape;
      return element("image", { x, y, width, height, href: address, preserveAspectRatio: "none" });
    }
  }
}

/** A drawing as an element that belongs to no page; texts are set as text. */
export function drawShapes({ width, height, shapes }: Drawing, ink: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  for (const [attribute, value] of Object.entries({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-size": 12,
    "font-family": "system-ui, sans-serif",
  }))
    svg.setAttribute(attribute, String(value));
  svg.append(...shapes.map((shape) => draw(shape, ink)));
  return svg;
}
