/** A view of Explore as one file that needs nothing else: no script, no style sheet, no network. */

export type ViewFigure = {
  readonly name: string;
  /** Drawings as SVG text without an XML declaration, legends first; made by the browser, which escapes all texts. */
  readonly drawings: readonly string[];
  /** Notes of the legend, as plain text. */
  readonly notes: readonly string[];
  readonly table: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
};

export type View = {
  readonly title: string;
  /** What stands between title and figures: how to read it, what it rests on. */
  readonly paragraphs: readonly string[];
  readonly figures: readonly ViewFigure[];
  /** Name and value of what is known of the pinned module and of the data. */
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly link: string;
  /** Colours of the theme it was saved in. */
  readonly colours: { readonly canvas: string; readonly ink: string; readonly line: string };
};

/** Text that HTML shows as it is, also within quotes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

/** Only colours as the browser writes them get into the style. */
const colour = (text: string, otherwise: string): string =>
  /^(rgba?\([\d., /%]+\)|#[0-9a-fA-F]{3,8}|(oklch|oklab|lab|lch|color)\([\w., /%-]+\))$/.test(text)
    ? text
    : otherwise;

/**
 * The whole file. A content security policy in it forbids scripts and every fetch, whatever a text may hold; pictures
 * are those in the file itself.
 */
export function viewHtml({ title, paragraphs, figures, sections, link, colours }: View): string {
  const [canvas, ink, line] = [
    colour(colours.canvas, "#ffffff"),
    colour(colours.ink, "#14181f"),
    colour(colours.line, "#8a93a0"),
  ];
  const address = /^https?:\/\//.test(link) ? link : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; background: ${canvas}; color: ${ink}; font: 14px/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
figure { margin: 2rem 0; } .drawing { overflow-x: auto; } h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; }
table { border-collapse: collapse; } th, td { padding: 0.15rem 0.6rem; text-align: left; border-top: 1px solid ${line}; } a { color: inherit; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join("\n")}
${figures.map(figureHtml).join("\n")}
${sections.map((section) => `<section><h2>${escapeHtml(section.title)}</h2>\n<ul>\n${section.lines.map((text) => `<li>${escapeHtml(text)}</li>`).join("\n")}\n</ul></section>`).join("\n")}
${address === "" ? "" : `<p>Open it in Archwright, on the machine it was made on: <a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`}
</main>
</body>
</html>
`;
}

function figureHtml({ name, drawings, notes, table }: ViewFigure): string {
  return `<figure aria-label="${escapeHtml(name)}">
${drawings.map((svg) => `<div class="drawing">${svg}</div>`).join("\n")}
${notes.length > 0 ? `<figcaption>${notes.map(escapeHtml).join("<br>")}</figcaption>` : ""}
${table ? tableHtml(table) : ""}
</figure>`;
}

const tableHtml = ({ caption, columns, rows }: NonNullable<ViewFigure["table"]>): string =>
  `<details><summary>${escapeHtml(caption)}</summary>
<table>
<thead><tr>${columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`).join("\n")}
</tbody>
</table></details>`;
