import { lineGraph, type CellEdge } from "./cellEdges";
import { operationLabel } from "../searchSpace";
import { passesNothing } from "../split/liveNodes";
import { columnWhere, type Reader } from "./reader";
import { RowCounts } from "./rowCounts";

/** Blanks around the marks, and quotes around the whole, as tables that went through several tools have them. */
const plainCell = (text: string): string =>
  text
    .trim()
    .replace(/^(['"])(.*)\1$/, "$2")
    .replace(/\s*([|+~])\s*/g, "$1");

const CELL = /^\|.+~0\|\+\|.+\|$/;
const STEP = /^\|(?:[^|~]+~\d+\|)+$/;

/** NAS-Bench-201 strings: `|op~0|+|op~0|op~1|+|op~0|op~1|op~2|`, an operation on every edge of a cell of four nodes. */
export const nasBench201: Reader = {
  id: "nas-bench-201",
  label: "NAS-Bench-201 cell strings",
  match(table) {
    const column = columnWhere(table, (cell) => typeof cell === "string" && CELL.test(plainCell(cell)));
    if (column === null) return null;
    const first = table.rows
      .map((row) => cellEdges(String(row.cells[column] ?? "")))
      .find((edges) => edges !== null);
    if (!first) return null;
    const counts = new RowCounts();
    const places = first.map(({ source, target }) => `${source}->${target}`);
    return {
      structure: "cell",
      columns: [column],
      unitNames: ["cell"],
      layerNames: [places],
      edges: lineGraph(first),
      get notes() {
        return counts.note(
          "cut off",
          column,
          (rows) => `In ${rows} no way leads from input to output: such a network sees nothing of its input.`,
        );
      },
      row({ row, cells }) {
        const text = cells[column];
        const edges = typeof text === "string" ? cellEdges(text) : null;
        if (edges === null)
          return {
            ok: false,
            field: column,
            message: "is not a cell such as |op~0|+|op~0|op~1|+|op~0|op~1|op~2|",
          };
        if (edges.map(({ source, target }) => `${source}->${target}`).join() !== places.join())
          return {
            ok: false,
            field: column,
            message: `has the edges of another cell; expected ${places.join(", ")}`,
          };
        if (isCutOff(edges)) counts.add("cut off", row);
        return { ok: true, units: [edges.map(({ op }) => ({ op }))], globals: {} };
      },
    };
  },
  write(space, architecture) {
    const names = space.units[0]?.layerNames ?? [];
    const steps = new Map<string, string[]>();
    architecture.units[0]?.forEach((node, layerIndex) => {
      const [source = "", target = ""] = (names[layerIndex] ?? "").split("->");
      steps.set(target, [...(steps.get(target) ?? []), `${operationLabel(space, node)}~${source}`]);
    });
    return [...steps.values()].map((step) => `|${step.join("|")}|`).join("+");
  },
};

type Operation = CellEdge & { readonly op: string };

function cellEdges(text: string): Operation[] | null {
  const steps = plainCell(text).split("+");
  if (!steps.every((step) => STEP.test(step))) return null;
  return steps.flatMap((step, index) =>
    step
      .slice(1, -1)
      .split("|")
      .map((entry) => {
        const [op = "", source = ""] = entry.split("~");
        return { source: Number(source), target: index + 1, op };
      }),
  );
}

/** Whether `none` on edges keeps the input (node 0) from the output (the last node). */
function isCutOff(edges: readonly Operation[]): boolean {
  const reached = new Set([0]);
  // Edges are ordered by target, so that every source is decided before it is asked for.
  for (const { source, target, op } of edges)
    if (reached.has(source) && !passesNothing(op)) reached.add(target);
  return !reached.has(edges.at(-1)?.target ?? 0);
}
