/** An SVG file of an architecture as text. Where things lie and which colours they have is decided by the caller. */

/** Pixels; colours are CSS colours. */
export type Diagram = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly DiagramBox[];
  /** SVG path of each connection, and the point its arrow head touches, coming from the left. */
  readonly arrows: readonly { readonly path: string; readonly tip: readonly [x: number, y: number] }[];
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string }[];
};

export type DiagramBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly ink: string;
  /** The operation. */
  readonly label: string;
  /** Where it sits, in smaller letters under the label. */
  readonly place: string;
};

export type SvgCaption = {
  readonly title: string;
  /** Lines under the title: what was predicted, by what, for which dataset. */
  readonly lines: readonly string[];
};

const MARGIN = 16;
const TITLE_HEIGHT = 24;
const LINE_HEIGHT = 16;
// One look for paper and screen: a file does not know the theme of the page it will be seen in.
const PAPER = "#ffffff";
const INK = "#14181f";
const MUTED = "#545d6b";
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
/** Letters of the caption are at most this wide on average, so that long lines are not clipped. */
const LETTER_WIDTH = 6.4;

/** A file that stands alone: no style sheet, no font of its own, its title readable by screen readers. */
export function diagramSvg(diagram: Diagram, { title, lines }: SvgCaption): string {
  const top = MARGIN + TITLE_HEIGHT + lines.length * LINE_HEIGHT;
  const longest = Math.max(title.length * 1.3, ...lines.map((line) => line.length)) * LETTER_WIDTH;
  const width = Math.ceil(Math.max(diagram.width, longest) + 2 * MARGIN);
  const height = Math.ceil(top + diagram.height + MARGIN);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    text(MARGIN, MARGIN + 14, title, `font-size="16" font-weight="600" fill="${INK}"`),
    ...lines.map((line, index) =>
      text(MARGIN, MARGIN + 14 + (index + 1) * LINE_HEIGHT, line, `font-size="12" fill="${MUTED}"`),
    ),
    `<g transform="translate(${MARGIN} ${top})">`,
    ...diagram.labels.map((label) =>
      text(label.x, label.y, label.text, `font-size="12" dominant-baseline="central" fill="${MUTED}"`),
    ),
    ...diagram.arrows.map(
      ({ path, tip: [x, y] }) =>
        `<path d="${escapeXml(path)}" fill="none" stroke="${MUTED}"/><path d="M${x},${y}l-6,-3.5v7z" fill="${MUTED}"/>`,
    ),
    ...diagram.boxes.map(box),
    `</g>`,
    `</svg>`,
    ``,
  ].join("\n");
}

function box({ x, y, width, height, fill, ink, label, place }: DiagramBox): string {
  const centre = `text-anchor="middle" dominant-baseline="central" fill="${escapeXml(ink)}"`;
  return [
    `<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${escapeXml(fill)}"/>`,
    text(x + width / 2, y + height * 0.38, label, `font-size="12" font-weight="600" ${centre}`),
    `${text(x + width / 2, y + height * 0.75, place, `font-size="9" ${centre}`)}</g>`,
  ].join("\n");
}

const text = (x: number, y: number, content: string, attributes: string): string =>
  `<text x="${x}" y="${y}" ${attributes}>${escapeXml(content)}</text>`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Names come from uploaded files and must never become markup; control characters are not legal in XML at all. */
const escapeXml = (content: string): string =>
  Array.from(content)
    .filter((letter) => letter >= " " || letter === "\t" || letter === "\n")
    .map((letter) => ENTITIES[letter] ?? letter)
    .join("");
