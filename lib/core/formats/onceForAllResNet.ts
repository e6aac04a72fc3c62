import { cellRecord, cellScalar, cellValue, plainName, scalarToJson } from "./cells";
import type { FeatureValue } from "../searchSpace";
import {
  globalNames,
  globalValue,
  nodeValue,
  notationDetails,
  notationWith,
  listDetail,
} from "./notationDetails";
import { looksPython, pythonRepr } from "./pythonRepr";
import type { Literal } from "./pythonLiteral";
import { columnWhere, type Reader, type RowOutcome } from "./reader";
import { RowCounts } from "./rowCounts";

/** Blocks of the four stages when nothing is added, and how many more each has room for (OFA's ResNets). */
const BASE_DEPTHS = [2, 2, 4, 2];
const MOST_ADDED = 2;
const NUM_BLOCKS = BASE_DEPTHS.reduce((sum, depth) => sum + depth + MOST_ADDED, 0);
const NUM_STEM_WIDTHS = 2;

/** What the fields are called as features of the whole network. */
const GLOBALS = { stemDepth: "stem_depth", stemWidths: ["stem_width_1", "stem_width_2"] } as const;
const RESOLUTIONS = new Set(["r", "res", "resolution", "imagesize", "imgsize"]);

/**
 * Configurations of OFA's ResNets: {d, e, w}. `d` lists the stem's depth and the blocks that each of four stages has
 * beyond its least; `e` an expand ratio for each of 18 blocks, inactive ones among them; `w` the index of a width for
 * two layers of the stem and for each stage.
 */
export const onceForAllResNet: Reader = {
  id: "once-for-all-resnet",
  label: "once-for-all ResNet configurations (d, e, w)",
  match(table) {
    const column = columnWhere(table, (cell) => readFields(cellRecord(cell) ?? {}) !== null);
    const isSplit = column === null && splitColumns(table.columns) !== null && readsSplit(table);
    if (column === null && !isSplit) return null;
    const columns = column === null ? (splitColumns(table.columns) ?? []) : [column];
    const fieldsOf = (cells: Readonly<Record<string, unknown>>) =>
      column === null
        ? Object.fromEntries(columns.map((name) => [name, cells[name]]))
        : (cellRecord(cells[column]) ?? {});
    const counts = new RowCounts();
    const first = table.rows.find(({ cells }) => readFields(fieldsOf(cells)) !== null);
    return {
      structure: "staged",
      columns,
      unitNames: BASE_DEPTHS.map((_, stage) => `stage ${stage + 1}`),
      notation: notationWith(this.id, {
        keys: Object.keys(first ? fieldsOf(first.cells) : {}),
        python: first !== undefined && column !== null && looksPython(String(first.cells[column])),
      }),
      get notes() {
        return counts.note(
          "inactive",
          column ?? "e",
          (rows) =>
            `In ${rows} e has entries beyond the depth of a stage. These blocks are not part of the network and were left out.`,
        );
      },
      row({ row, cells }) {
        const fields = readFields(fieldsOf(cells));
        if (fields === null)
          return {
            ok: false,
            field: column ?? columns.join(", "),
            message: `is not a configuration {d, e, w} of ${BASE_DEPTHS.length + 1}, ${NUM_BLOCKS} and ${BASE_DEPTHS.length + NUM_STEM_WIDTHS} numbers`,
          };
        const outcome = activeBlocks(fields, column ?? "d");
        if (outcome.ok && outcome.units.flat().length < NUM_BLOCKS) counts.add("inactive", row);
        return outcome;
      },
    };
  },
  write(space, architecture) {
    const details = notationDetails(space);
    const whole = (name: string): Literal => {
      const value = globalValue(space, architecture, name);
      return value === null ? null : scalarToJson(value);
    };
    const lists: Readonly<Record<"d" | "e" | "w", Literal[]>> = {
      d: [
        whole(GLOBALS.stemDepth),
        ...architecture.units.map((unit, stage) => unit.length - (BASE_DEPTHS[stage] ?? 0)),
      ],
      e: architecture.units.flatMap((unit, stage) => {
        const ratios = unit.map((node) => nodeValue(space, node, "expand") ?? 0);
        const room = (BASE_DEPTHS[stage] ?? 0) + MOST_ADDED;
        // Inactive blocks repeat the last active one: their value means nothing, but the list needs its length.
        return Array.from({ length: room }, (_, block) => ratios[block] ?? ratios.at(-1) ?? 0);
      }),
      w: [
        ...GLOBALS.stemWidths.map(whole),
        ...architecture.units.map(([node = []]) => nodeValue(space, node, "width") ?? 0),
      ],
    };
    const keys = listDetail(details, "keys");
    const extra = globalNames(space, ["expand", "width"]).filter((name) => !isStemName(name));
    const entries = (keys.length > 0 ? keys : ["d", "e", "w", ...extra]).map((key): [string, Literal] => {
      const part = partOf(key);
      if (part === "r") return [key, whole("resolution")];
      return [key, part === null ? whole(key) : lists[part]];
    });
    const config = Object.fromEntries(entries);
    return details.python === true ? pythonRepr(config) : JSON.stringify(config);
  },
};

const isStemName = (name: string): boolean =>
  name === GLOBALS.stemDepth || GLOBALS.stemWidths.some((width) => width === name);

type Part = "d" | "e" | "w" | "r";
const PARTS: ReadonlyMap<string, Part> = new Map([
  ...["d", "depth", "depths"].map((name) => [name, "d"] as const),
  ...["e", "expand", "expandratio", "expandratios"].map((name) => [name, "e"] as const),
  ...["w", "width", "widths", "widthmult", "widthmults"].map((name) => [name, "w"] as const),
  ...[...RESOLUTIONS].map((name) => [name, "r"] as const),
]);
const partOf = (name: string): Part | null => PARTS.get(plainName(name)) ?? null;

type Fields = {
  readonly d: readonly number[];
  readonly e: readonly number[];
  readonly w: readonly number[];
  readonly globals: Readonly<Record<string, FeatureValue>>;
};

/** Null where the lists are missing or of other lengths. */
function readFields(fields: Readonly<Record<string, unknown>>): Fields | null {
  const lists: Partial<Record<Part, readonly number[]>> = {};
  const globals: Record<string, FeatureValue> = {};
  for (const [name, cell] of Object.entries(fields)) {
    const part = partOf(name);
    const value = cellValue(cell);
    if (part !== null && part !== "r") {
      if (!isNumbers(value)) return null;
      lists[part] = value;
      continue;
    }
    if (value === null || value === undefined || value === "") continue;
    const scalar = cellScalar(Array.isArray(value) && value.length === 1 ? value[0] : value);
    if (scalar !== null) globals[part === "r" ? "resolution" : name] = scalar;
  }
  const { d, e, w } = lists;
  if (d?.length !== BASE_DEPTHS.length + 1 || e?.length !== NUM_BLOCKS) return null;
  return w?.length === BASE_DEPTHS.length + NUM_STEM_WIDTHS ? { d, e, w, globals } : null;
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "number");

/** Columns of their own for d, e and w; null where one is missing. */
function splitColumns(columns: readonly string[]): string[] | null {
  const found = columns.filter((name) => partOf(name) !== null);
  const has = (part: Part) => found.some((name) => partOf(name) === part);
  return has("d") && has("e") && has("w") ? found : null;
}

const readsSplit = (table: Parameters<Reader["match"]>[0]): boolean => {
  const columns = splitColumns(table.columns) ?? [];
  return table.rows
    .slice(0, 20)
    .some(({ cells }) => readFields(Object.fromEntries(columns.map((name) => [name, cells[name]]))) !== null);
};

function activeBlocks({ d, e, w, globals }: Fields, field: string): RowOutcome {
  const [stemDepth = 0, ...added] = d;
  const wrong = added.findIndex((more) => !Number.isInteger(more) || more < 0 || more > MOST_ADDED);
  if (wrong >= 0)
    return {
      ok: false,
      field: `${field}.d[${wrong + 1}]`,
      message: `${added[wrong]} is not a number of added blocks from 0 to ${MOST_ADDED}`,
    };
  const [first = 0, second = 0, ...widths] = w;
  let start = 0;
  const units = BASE_DEPTHS.map((base, stage) => {
    const ratios = e.slice(start, start + base + (added[stage] ?? 0));
    start += base + MOST_ADDED;
    return ratios.map((expand) => ({ expand, width: widths[stage] ?? 0 }));
  });
  const [firstName, secondName] = GLOBALS.stemWidths;
  return {
    ok: true,
    units,
    globals: {
      [GLOBALS.stemDepth]: stemDepth,
      [firstName]: first,
      [secondName]: second,
      ...globals,
    },
  };
}
