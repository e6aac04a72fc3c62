import type { Drawing, Shape } from "@/lib/figures/trust/rankingDrawing";

const SVG = "http://www.w3.org/2000/svg";

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

function draw(shape: Shape, ink: string): SVGElement {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill } = shape;
      return element("rect", { x, y, width, height, rx: 2, fill });
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
        x2: shape.x,
        y1: shape.y1,
        y2: shape.y2,
        stroke: ink,
        "stroke-opacity": 0.5,
      });
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
