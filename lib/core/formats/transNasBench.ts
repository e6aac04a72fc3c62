import { lineGraph } from "./cellEdges";
import { nodeValue, notationDetails, notationWith, textDetail } from "./notationDetails";
import { columnWhere, type RawNode, type Reader } from "./reader";

/** `64-41414-3_33_333`: width and skeleton, then an operation for every edge of a cell, step by step. */
const MICRO = /^(\d+-\d+)-(\d(?:_\d{2})(?:_\d{3})?)$/;
const EXAMPLE = "64-41414-3_33_333";

/** What the digits mean; others stay digits. */
const OPERATIONS = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3"];

/**
 * Cells of TransNAS-Bench-101 (micro): digits as NAS-Bench-201 writes words. Its macro codes (`64-1234-basic`) are
 * coded chains.
 */
export const transNasBench: Reader = {
  id: "trans-nas-bench",
  label: `TransNAS-Bench-101 cells (${EXAMPLE})`,
  match(table) {
    const column = columnWhere(table, (cell) => typeof cell === "string" && MICRO.test(cell.trim()));
    if (column === null) return null;
    const first = table.rows
      .map(({ cells }) => MICRO.exec(String(cells[column]).trim()))
      .find((found) => found !== null);
    const [, before = "", code = ""] = first ?? [];
    const edges = edgesOf(code);
    const isSame = table.rows.every(({ cells }) => String(cells[column]).trim().startsWith(`${before}-`));
    return {
      structure: "cell",
      columns: [column],
      unitNames: ["cell"],
      layerNames: [edges.map(({ source, target }) => `${source}->${target}`)],
      edges: lineGraph(edges),
      notation: notationWith(this.id, { before: isSame ? before : null }),
      row({ cells }) {
        const [, skeleton, ops = ""] = MICRO.exec(String(cells[column] ?? "").trim()) ?? [];
        if (skeleton === undefined || edgesOf(ops).length !== edges.length)
          return { ok: false, field: column, message: `is not a cell such as ${EXAMPLE}` };
        const digits = [...ops.replaceAll("_", "")];
        const globals: RawNode = isSame ? {} : { skeleton };
        return {
          ok: true,
          units: [digits.map((digit) => ({ op: OPERATIONS[Number(digit)] ?? digit }))],
          globals,
        };
      },
    };
  },
  write(space, architecture) {
    const digits = architecture.units.flat().map((node) => {
      const op = String(nodeValue(space, node, "op") ?? "");
      const index = OPERATIONS.indexOf(op);
      return index >= 0 ? String(index) : op;
    });
    const steps: string[] = [];
    for (let start = 0, length = 1; start < digits.length; start += length++)
      steps.push(digits.slice(start, start + length).join(""));
    const index = space.globalFeatures.findIndex(({ name }) => name === "skeleton");
    const skeleton = space.globalFeatures[index]?.values[architecture.globals[index] ?? -1];
    const before = textDetail(notationDetails(space), "before") ?? String(skeleton ?? "");
    return `${before}-${steps.join("_")}`;
  },
};

/** The edges of a cell whose node t has one from each node before it: `3_33_333` has six. */
const edgesOf = (code: string) =>
  code.split("_").flatMap((step, index) => Array.from(step, (_, source) => ({ source, target: index + 1 })));
