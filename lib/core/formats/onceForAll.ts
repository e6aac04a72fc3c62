import { nodeValue, globalValue, listDetail, notationDetails, notationWith } from "./notationDetails";
import type { Architecture } from "../architecture";
import type { SearchSpace } from "../searchSpace";
import { cellRecord, scalarToJson } from "./cells";
import { hasParts, looksLikeConfig, partOf, readConfig, roomsOf, type Config } from "./onceForAllConfig";
import type { Literal } from "./pythonLiteral";
import { looksPython, pythonRepr } from "./pythonRepr";
import { columnWhere, type Reader, type RowOutcome } from "./reader";
import { RowCounts } from "./rowCounts";
import type { Table } from "./table";

/**
 * Once-for-all configurations {ks, e, d, r}, as JSON, as a Python dict, or as columns of their own. The lists have
 * room for the deepest unit; only the first d[u] blocks of unit u are active, the others are left out.
 */
export const onceForAll: Reader = {
  id: "once-for-all",
  label: "once-for-all configurations (ks, e, d, r)",
  match(table) {
    const ownColumns = hasParts(table.columns.filter((name) => isListColumn(table, name)));
    const column = ownColumns ? null : columnWhere(table, looksLikeConfig);
    if (!ownColumns && column === null) return null;
    const columns = table.columns.filter((name) => name === column || partOf(name) !== null);
    const counts = new RowCounts();
    const fieldsOf = (cells: Readonly<Record<string, unknown>>): Record<string, unknown> | null =>
      column === null
        ? Object.fromEntries(columns.map((name) => [name, cells[name]]))
        : cellRecord(cells[column]);
    return {
      structure: "staged",
      columns,
      notation: notationWith(this.id, formOf(table, column, fieldsOf)),
      get notes() {
        return notesOf(counts, column ?? columns.join(", "));
      },
      row({ row, cells }) {
        const field = column ?? "ks";
        const fields = fieldsOf(cells);
        if (fields === null) return { ok: false, field, message: "is not a configuration {ks, e, d}" };
        const outcome = readConfig(fields);
        if (!outcome.ok)
          return { ...outcome, field: column === null ? outcome.field : inside(field, outcome.field) };
        return activeBlocks(outcome.config, field, (quirk) => counts.add(quirk, row));
      },
    };
  },
  write(space, architecture) {
    const details = notationDetails(space);
    const keys = listDetail(details, "keys");
    const entries = (keys.length > 0 ? keys : ["ks", "e", "d", "r"]).flatMap((key): [string, Literal][] => {
      const part = partOf(key);
      if (part === "ks") return [[key, padded(space, architecture, "kernel", details)]];
      if (part === "e") return [[key, padded(space, architecture, "expand", details)]];
      if (part === "d") return [[key, depths(architecture, details)]];
      const value = globalValue(space, architecture, part === "r" ? "resolution" : key);
      if (value === null) return keys.length > 0 ? [[key, null]] : [];
      const written = scalarToJson(value);
      return [[key, details.scalarResolution === true || part !== "r" ? written : [written]]];
    });
    const config = Object.fromEntries(entries);
    return details.python === true ? pythonRepr(config) : JSON.stringify(config);
  },
};

const inside = (column: string, field: string): string => (field === "" ? column : `${column}.${field}`);

/** Depth and kernel are names of single numbers too; a part of a configuration is a list. */
const isListColumn = (table: Table, name: string): boolean =>
  columnWhere({ ...table, columns: [name] }, (cell) =>
    typeof cell === "string" ? /^\s*[[(]/.test(cell) : Array.isArray(cell),
  ) !== null;

/** How the file writes: its fields in order, JSON or Python, the room of each unit. */
function formOf(
  table: Table,
  column: string | null,
  fieldsOf: (cells: Readonly<Record<string, unknown>>) => Record<string, unknown> | null,
): Record<string, unknown> {
  for (const { cells } of table.rows) {
    const fields = fieldsOf(cells);
    const outcome = fields === null ? null : readConfig(fields);
    const cell = column === null ? null : cells[column];
    if (fields === null || !outcome?.ok) continue;
    const { ks, d } = outcome.config;
    const resolution = Object.entries(fields).find(([name]) => partOf(name) === "r")?.[1];
    return {
      keys: Object.keys(fields),
      rooms: roomsOf(ks.length, d.length) ?? [],
      numDepths: d.length,
      python: typeof cell === "string" && looksPython(cell),
      scalarResolution:
        typeof resolution === "number" || (typeof resolution === "string" && !/^\s*[[(]/.test(resolution)),
    };
  }
  return {};
}

function activeBlocks(
  { ks, e, d, globals, unread }: Config,
  field: string,
  quirk: (name: string) => void,
): RowOutcome {
  const bad = (at: string, message: string): RowOutcome => ({ ok: false, field: at, message });
  const rooms = roomsOf(ks.length, d.length);
  if (rooms === null || e.length !== ks.length)
    return bad(
      field,
      `ks has ${ks.length}, e ${e.length} and d ${d.length} entries; ks and e need the same whole number a unit`,
    );
  const isSingle = rooms.length > 1 && rooms.at(-1) === 1 && rooms[0] !== 1;
  const active = rooms.map((room, unit) => {
    const depth = d[unit] ?? 1;
    // The single last block of ProxylessNAS is drawn with a depth like the others, which its code cuts to 1.
    if (!isSingle || unit < rooms.length - 1 || depth <= room) return depth;
    quirk("cut");
    return room;
  });
  const deep = active.findIndex(
    (depth, unit) => !Number.isInteger(depth) || depth < 0 || depth > (rooms[unit] ?? 0),
  );
  if (deep >= 0) return bad(`${field}.d[${deep}]`, `${d[deep]} is not a depth from 0 to ${rooms[deep]}`);
  if (active.some((depth, unit) => depth < (rooms[unit] ?? 0))) quirk("inactive");
  if (unread.length > 0) quirk("unread");
  let first = 0;
  const units = rooms.map((room, unit) => {
    const start = first;
    first += room;
    return Array.from({ length: active[unit] ?? 0 }, (_, layer) => ({
      expand: e[start + layer] ?? 0,
      kernel: ks[start + layer] ?? 0,
    }));
  });
  return { ok: true, units, globals };
}

const notesOf = (counts: RowCounts, field: string) => [
  ...counts.note(
    "inactive",
    field,
    (rows) =>
      `In ${rows} ks and e have entries beyond the depth of a unit. These blocks are not part of the network and were left out.`,
  ),
  ...counts.note(
    "cut",
    field,
    (rows) => `In ${rows} d gives the last unit more than its only block; it counts as 1.`,
  ),
  ...counts.note("unread", field, (rows) => `${rows} hold lists beside ks, e and d that are not read.`),
];

/** Inactive blocks repeat the last active one: their value means nothing, but the lists need their length. */
function padded(
  space: SearchSpace,
  architecture: Architecture,
  name: string,
  details: Readonly<Record<string, unknown>>,
): Literal[] {
  const rooms = Array.isArray(details.rooms) ? details.rooms.map(Number) : [];
  return architecture.units.flatMap((unit, unitIndex) => {
    const values = unit.map((node) => nodeValue(space, node, name) ?? 0);
    const room = rooms[unitIndex] ?? Math.max(unit.length, ...(space.units[unitIndex]?.lengths ?? []));
    return [...values, ...Array.from({ length: room - unit.length }, () => values.at(-1) ?? 0)];
  });
}

/** As many depths as the file lists: the single last block of ProxylessNAS may go without one. */
const depths = (architecture: Architecture, { numDepths }: Readonly<Record<string, unknown>>): number[] =>
  architecture.units
    .map((unit) => unit.length)
    .slice(0, typeof numDepths === "number" ? numDepths : undefined);
