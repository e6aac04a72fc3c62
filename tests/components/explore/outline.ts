/** Attributes that decide how a figure looks; classes follow the theme and ids count up, so both are left out. */
const DRAWN = [
  "x",
  "y",
  "width",
  "height",
  "cx",
  "cy",
  "r",
  "x1",
  "y1",
  "x2",
  "y2",
  "d",
  "transform",
  "viewBox",
  "points",
  "fill",
  "stroke",
  "stroke-dasharray",
  "opacity",
  "style",
  "role",
  "aria-label",
  "aria-pressed",
  "tabindex",
];

const NUMBER = /-?\d+\.\d+/g;

/** Numbers rounded to whole pixels: a tenth of one is no other picture. */
const rounded = (text: string): string =>
  text
    .replaceAll(NUMBER, (number) => String(Math.round(Number(number))))
    .replaceAll(/(?<![\d.])-0(?![\d.])/g, "0");

/** The frame's own buttons are no part of the figure. */
const isFrame = (element: Element): boolean =>
  element.getAttribute("aria-label") === "Download" ||
  (element.tagName === "BUTTON" && (element.textContent ?? "").startsWith("Download"));

/** What is drawn and said, one element a line, in the order of the document. */
export function outline(root: Element): string {
  const lines: string[] = [];
  const walk = (element: Element, depth: number) => {
    if (isFrame(element)) return;
    const attributes = DRAWN.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [`${name}=${name === "aria-label" ? value : rounded(value)}`];
    });
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? "")
      .join("")
      .trim();
    const isPlain = attributes.length === 0 && text === "";
    if (!isPlain)
      lines.push(
        `${" ".repeat(depth)}${[element.tagName.toLowerCase(), ...attributes, text].join(" ").trim()}`,
      );
    for (const child of element.children) walk(child, isPlain ? depth : depth + 1);
  };
  walk(root, 0);
  return `${lines.join("\n")}\n`;
}
