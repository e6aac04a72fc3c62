import type { Architecture, Edge } from "../architecture";
import type { FeatureValue, SearchSpace } from "../searchSpace";
import { genotypeFields, readGenotype, type Genotype, type GenotypeEntry } from "./genotypeText";
import { globalValue, nodeValue, notationDetails, notationWith } from "./notationDetails";
import type { Literal } from "./pythonLiteral";
import { pythonRepr } from "./pythonRepr";
import { columnWhere, type Reader } from "./reader";
import type { Table } from "./table";

/**
 * DARTS genotypes: a normal and a reduction cell, two (operation, input) entries for every node of a cell. A unit is
 * a cell, a node of ours one entry, and messages run into an entry from the two entries that make the state it reads.
 */
export const dartsGenotype: Reader = {
  id: "darts-genotype",
  label: "DARTS genotypes (normal and reduce cells)",
  match(table) {
    const column = columnWhere(table, (cell) => genotypeFields(cell) !== null);
    const isSplit =
      column === null && table.columns.includes("normal") && columnWhere(onlyNormal(table), isPairs) !== null;
    if (column === null && !isSplit) return null;
    const columns = column === null ? table.columns.filter((name) => FIELDS.has(name)) : [column];
    const first = firstGenotype(table, column);
    return {
      structure: "graph",
      columns,
      unitNames: first?.cells.map(({ name }) => `${name} cell`) ?? ["normal cell", "reduce cell"],
      layerNames:
        first?.cells.map(({ entries }) =>
          entries.map((_, index) => `node ${Math.floor(index / 2) + 1}${index % 2 === 0 ? "a" : "b"}`),
        ) ?? [],
      notation: notationWith(this.id, {
        cells: first?.cells.map(({ name }) => name) ?? [],
        json: isSplit || isJson(table, column),
      }),
      row({ cells }) {
        const fields = fieldsOf(cells, column);
        const field = column ?? "normal";
        if (fields === null)
          return {
            ok: false,
            field,
            message: "is not a genotype such as Genotype(normal=[('skip_connect', 0), ...], ...)",
          };
        const outcome = readGenotype(fields);
        if (!outcome.ok)
          return { ...outcome, field: column === null ? outcome.field : `${column}.${outcome.field}` };
        const { genotype } = outcome;
        return {
          ok: true,
          units: genotype.cells.map(({ entries }) =>
            entries.map(({ op, input }) => ({ op, input: stateName(input) })),
          ),
          globals: concats(genotype),
          edges: entryEdges(genotype),
        };
      },
    };
  },
  write(space, architecture) {
    const details = notationDetails(space);
    const names =
      Array.isArray(details.cells) && details.cells.length > 0
        ? details.cells.map(String)
        : ["normal", "reduce"];
    const cells = names.map((name, unitIndex) => ({
      name,
      entries: entriesOf(space, architecture, unitIndex),
      concat: concatOf(globalValue(space, architecture, `${name}_concat`)),
    }));
    return details.json === true ? genotypeJson(cells) : genotypeCall(cells);
  },
};

const FIELDS = new Set(["normal", "normal_concat", "reduce", "reduce_concat"]);
const onlyNormal = (table: Table): Table => ({ ...table, columns: ["normal"] });
const isPairs = (cell: unknown): boolean => {
  const fields = genotypeFields({ normal: literal(cell) });
  return fields !== null && readGenotype(fields).ok;
};

/** A cell as it is, or, where it is text, what `normal=TEXT` says. */
const literal = (cell: unknown): unknown =>
  typeof cell === "string" ? genotypeFields(`normal=${cell}`)?.normal : cell;

function fieldsOf(
  cells: Readonly<Record<string, unknown>>,
  column: string | null,
): Record<string, unknown> | null {
  if (column !== null) return genotypeFields(cells[column]);
  const present = [...FIELDS].filter((name) => cells[name] !== undefined && cells[name] !== "");
  return Object.fromEntries(present.map((name) => [name, literal(cells[name])]));
}

function firstGenotype(table: Table, column: string | null): Genotype | null {
  for (const { cells } of table.rows) {
    const fields = fieldsOf(cells, column);
    const outcome = fields === null ? null : readGenotype(fields);
    if (outcome?.ok) return outcome.genotype;
  }
  return null;
}

const isJson = (table: Table, column: string | null): boolean =>
  column !== null &&
  table.rows.some(
    ({ cells }) => typeof cells[column] === "object" || /^\s*\{\s*"/.test(String(cells[column])),
  );

const INPUT_STATES = ["c_{k-2}", "c_{k-1}"];

/** States as people name them: the two cells before, then the nodes of this one from 1. A name, since states have no order of size. */
const stateName = (input: number): string => INPUT_STATES[input] ?? `node ${input - 1}`;

function stateIndex(name: FeatureValue | null): number {
  const input = INPUT_STATES.indexOf(String(name));
  return input >= 0 ? input : Number(String(name).replace("node ", "")) + 1;
}

function entryEdges({ cells }: Genotype): Edge[] {
  let first = 0;
  return cells.flatMap(({ entries }) => {
    const offset = first;
    first += entries.length;
    return entries.flatMap(({ input }, target): Edge[] => {
      if (input < 2) return [];
      const source = offset + 2 * (input - 2);
      return [
        [source, offset + target],
        [source + 1, offset + target],
      ];
    });
  });
}

/** States that make a cell's output, as text: 2,3,4,5. */
const concats = ({ cells }: Genotype): Record<string, FeatureValue> =>
  Object.fromEntries(
    cells.flatMap(({ name, concat }) => (concat ? [[`${name}_concat`, concat.join(",")]] : [])),
  );

const concatOf = (value: FeatureValue | null): number[] | null =>
  value === null ? null : String(value).split(",").map(Number);

const entriesOf = (space: SearchSpace, architecture: Architecture, unitIndex: number): GenotypeEntry[] =>
  (architecture.units[unitIndex] ?? []).map((node) => ({
    op: String(nodeValue(space, node, "op") ?? ""),
    input: stateIndex(nodeValue(space, node, "input")),
  }));

type Cells = Genotype["cells"];

const genotypeJson = (cells: Cells): string =>
  JSON.stringify(
    Object.fromEntries(
      cells.flatMap(({ name, entries, concat }) => [
        [name, entries.map(({ op, input }): Literal => [op, input])],
        ...(concat ? [[`${name}_concat`, concat]] : []),
      ]),
    ),
  );

function genotypeCall(cells: Cells): string {
  const parts = cells.flatMap(({ name, entries, concat }) => [
    `${name}=[${entries.map(({ op, input }) => `(${pythonRepr(op)}, ${input})`).join(", ")}]`,
    ...(concat ? [`${name}_concat=${concatText(concat)}`] : []),
  ]);
  return `Genotype(${parts.join(", ")})`;
}

/** `range(2, 6)` where the states follow each other, as DARTS prints it. */
function concatText(concat: readonly number[]): string {
  const [start = 0] = concat;
  const follows = concat.length > 1 && concat.every((state, index) => state === start + index);
  return follows ? `range(${start}, ${start + concat.length})` : pythonRepr([...concat]);
}
