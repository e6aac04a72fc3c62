import { outsideQuotes } from "./outsideQuotes";
import { rowText, type Table, type TableRow } from "./table";

/** How a file of genotypes begins: with one, with a name that is given one, or as Python does. */
const BEGINNING = /^(?:#.*|from\s.*|import\s.*|[A-Za-z_]\w*\s*=.*|Genotype\s*\(.*)$/;
const CALL = /^[ \t]*(?:([A-Za-z_]\w*)[ \t]*=[ \t]*)?(Genotype[ \t]*\()/gm;
const PYTHON = /^(?:from\s|import\s|[A-Za-z_]\w*\s*=)/m;
const LONGEST = 20_000_000;

/**
 * Genotypes as text: a Python file that names them (`DARTS_V2 = Genotype(...)`, over several lines), or one a line with
 * numbers behind it. Null for other texts.
 */
export function genotypeLines(text: string): Table | null {
  const firstLine = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
  if (text.length > LONGEST || !BEGINNING.test(firstLine) || !text.includes("Genotype")) return null;
  const rows: TableRow[] = [];
  const covered: [start: number, end: number][] = [];
  for (const found of text.matchAll(CALL)) {
    const [whole, name] = found;
    const start = found.index + whole.length - (found[2]?.length ?? 0);
    const end = closingBracket(text, found.index + whole.length);
    if (end === null) continue;
    const lineEnd = endOfLine(text, end);
    const numbers = text
      .slice(end, lineEnd)
      .split(/[\s,;|]+/)
      .filter((part) => part !== "");
    const cells: Record<string, unknown> = {
      ...(name === undefined ? {} : { name }),
      genotype: text.slice(start, end),
      ...Object.fromEntries(
        numbers.map((number, index) => [index === 0 ? "value" : `value ${index + 1}`, number]),
      ),
    };
    rows.push({
      row: lineNumber(text, found.index),
      cells,
      text: rowText(text.slice(found.index, lineEnd)),
    });
    covered.push([found.index, lineEnd]);
  }
  if (rows.length === 0) return null;
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  return {
    container: "csv",
    columns,
    rows,
    // The other lines of a program are no rows.
    broken: PYTHON.test(text) ? [] : strayLines(text, covered),
    meta: {},
  };
}

/** Behind the bracket that closes the call; null where none does. */
function closingBracket(text: string, from: number): number | null {
  for (const { at, character, depth } of outsideQuotes(text, from, 1))
    if (depth === 0 && ")]}".includes(character)) return at + 1;
  return null;
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

const lineNumber = (text: string, at: number): number => text.slice(0, at).split("\n").length;

function strayLines(text: string, covered: readonly (readonly [number, number])[]): Table["broken"] {
  const broken: Table["broken"][number][] = [];
  let start = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const isInside = covered.some(([from, to]) => start >= from && start <= to);
    if (!isInside && line.trim() !== "" && !line.trimStart().startsWith("#"))
      broken.push({ row: index + 1, field: "", message: "is no Genotype(...)", text: rowText(line) });
    start += line.length + 1;
  }
  return broken;
}
