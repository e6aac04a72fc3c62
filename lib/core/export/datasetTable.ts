/** Writes a dataset as a table, in the notation of the file it came from. */
import type { Dataset, Metric } from "../dataset";
import { importFile } from "../formats";
import { ARCHSET_COLUMN, STATUS_COLUMN } from "../formats/archset";
import { writeNotation } from "../formats/notation";
import { sameDataset } from "../sameDataset";
import { archsetRow, declaration } from "./archset";
import { csvText } from "./csv";

export type ExportTable = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** Larger tables are not read back to see whether they need their declaration: they get it. */
const MOST_ROWS_TRIED = 20_000;

/**
 * The header and rows of a CSV; imported again the dataset is equal. Where notation and labels alone would not give it
 * back (a unit set by hand, a value that no row has, edges of a graph) a last column holds what is missing.
 */
export function datasetToTable(dataset: Dataset): ExportTable {
  const plain = plainTable(dataset);
  if (dataset.architectures.length <= MOST_ROWS_TRIED && comesBack(plain, dataset)) return plain;
  return declaredTable(dataset);
}

function comesBack({ header, rows }: ExportTable, dataset: Dataset): boolean {
  const bytes = new TextEncoder().encode(csvText(header, rows));
  const outcome = importFile({ name: dataset.name, bytes });
  return outcome.ok && outcome.rejected.length === 0 && sameDataset(outcome.dataset, dataset);
}

function plainTable(dataset: Dataset): ExportTable {
  const { space, metrics, architectures } = dataset;
  const byUnit = space.notation === "block-tokens";
  const columns = byUnit ? space.units.map((_, index) => `u${index + 1}`) : ["architecture"];
  const globals = byUnit ? space.globalFeatures.map(({ name }) => name) : [];
  const hasStatus = architectures.some(({ status }) => status !== undefined);
  return {
    header: [
      "id",
      ...columns,
      ...globals,
      ...metrics.map(({ label }) => label),
      ...(hasStatus ? [STATUS_COLUMN] : []),
    ],
    rows: architectures.map((architecture) => {
      const text = writeNotation(space, architecture);
      return [
        architecture.id,
        ...(byUnit ? text.split(" | ") : [text]),
        ...(byUnit ? architecture.globals : []),
        ...architecture.metrics.map((value) => value ?? ""),
        ...(hasStatus ? [architecture.status ?? ""] : []),
      ];
    }),
  };
}

/** Every row as archset JSON behind its metrics; the first one with the declaration of all. */
function declaredTable({ space, metrics, architectures }: Dataset): ExportTable {
  const columns = metricHeaders(metrics);
  const head = { ...declaration(space, metrics), columns };
  return {
    header: ["id", "architecture", ...columns, STATUS_COLUMN, ARCHSET_COLUMN],
    rows: architectures.map((architecture, index) => [
      architecture.id,
      writeNotation(space, architecture),
      ...architecture.metrics.map((value) => value ?? ""),
      architecture.status ?? "",
      JSON.stringify({ ...(index === 0 ? head : {}), ...archsetRow(space, architecture) }),
    ]),
  };
}

/** Labels where they can head a column, else the metrics' names. */
function metricHeaders(metrics: readonly Metric[]): string[] {
  const taken = new Set(["id", "architecture", STATUS_COLUMN, ARCHSET_COLUMN]);
  return metrics.map(({ name, label }) => {
    const isUsable = label === label.trim() && label !== "" && isWritable(label) && !taken.has(label);
    let header = isUsable ? label : name;
    for (let suffix = 2; taken.has(header); suffix++) header = `${name} ${suffix}`;
    taken.add(header);
    return header;
  });
}

/** Whether UTF-8 brings the text back: no lone halves of characters, no U+0000. */
const isWritable = (text: string): boolean =>
  !text.includes("\0") && new TextDecoder().decode(new TextEncoder().encode(text)) === text;
