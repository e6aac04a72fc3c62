/** Properties that the theme's style sheet decides; a file of its own must carry them. */
const THEMED = ["fill", "stroke", "color", "font-family", "font-size", "font-weight", "opacity"] as const;

const MARGIN = 16;

/** The figure as it looks now, in a file that needs no style sheet. */
export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (target === undefined) return;
    const style = getComputedStyle(original);
    for (const property of THEMED) target.style.setProperty(property, style.getPropertyValue(property));
    target.removeAttribute("class");
    target.removeAttribute("tabindex");
  });
  addMargin(copy, getComputedStyle(document.body).backgroundColor);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}

/** Room around, so that nothing is clipped, and the page's background, so that light text stays readable. */
function addMargin(svg: SVGSVGElement, background: string): void {
  const width = Number(svg.getAttribute("width"));
  const height = Number(svg.getAttribute("height"));
  const box = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  svg.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${box.width} ${box.height}`);
  svg.setAttribute("width", String(box.width));
  svg.setAttribute("height", String(box.height));
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x: -MARGIN, y: -MARGIN, ...box, fill: background }))
    paper.setAttribute(name, String(value));
  svg.prepend(paper);
}
