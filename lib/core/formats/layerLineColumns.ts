/** What the columns of a table of one line a layer are of: the layer, or the whole architecture. */
import { cellScalar } from "./cells";
import { guessByName } from "./columnNames";
import { allColumns, type LineKeys } from "./layerLineKeys";
import { cellOf, type Table, type TableRow } from "./table";

export type LineColumns = {
  /** Settings of single layers. */
  readonly layer: readonly string[];
  /** Settings that are the same in all layers of an architecture, and differ between architectures. */
  readonly global: readonly string[];
  /** Results that differ from layer to layer, which no architecture has one value of. */
  readonly byLayer: readonly string[];
  /** What is said of the whole architecture in each of its lines: results, notes, dates. */
  readonly whole: readonly string[];
};

/** A result that differs in more of the architectures than this is one of layers; in fewer it is a mistake. */
const MOST_MISTAKES = 0.5;

export function lineColumns(
  table: Table,
  groups: readonly (readonly TableRow[])[],
  { id, unit, layer }: LineKeys,
): LineColumns {
  const long = groups.filter(({ length }) => length > 1);
  const visible = new Set(table.columns);
  const found = {
    layer: [] as string[],
    global: [] as string[],
    byLayer: [] as string[],
    whole: [] as string[],
  };
  for (const label of allColumns(table)) {
    if (label === id || label === unit || label === layer) continue;
    const guess = isLayerResult(label) ? "result" : guessByName(label);
    const numVarying = long.filter((lines) => varies(lines, label, guess === "result")).length;
    const isMostlyVarying = numVarying > MOST_MISTAKES * long.length;
    if (!visible.has(label) || guess === "neither") found.whole.push(label);
    else if (guess === "result") (isMostlyVarying ? found.byLayer : found.whole).push(label);
    else if (guess === "setting" ? numVarying > 0 : isMostlyVarying) found.layer.push(label);
    else if (guess === "setting") found.global.push(label);
    else found.whole.push(label);
  }
  // Networks of one layer repeated: what is the same in all layers is still a setting of layers.
  return found.layer.length > 0 ? found : { ...found, layer: found.global, global: [] };
}

/** `layer_ms`, `op_params`: what stands for the layer makes a setting of no result. */
const isLayerResult = (label: string): boolean =>
  guessByName(label.replace(/^(?:layer|block|node|op|unit|stage)[ _-]/i, "")) === "result";

/** Whether lines hold different values; a result may stand in the first line alone. */
function varies(lines: readonly TableRow[], label: string, mayBeBlank: boolean): boolean {
  const values = lines.map((line) => cellScalar(cellOf(line, label)));
  return new Set(mayBeBlank ? values.filter((value) => value !== null) : values).size > 1;
}

/** Numbers of one column that differ among lines of one architecture, with their rows; null where all are equal. */
export function differing(
  lines: readonly TableRow[],
  label: string,
):
  | readonly [
      { readonly row: number; readonly value: number },
      { readonly row: number; readonly value: number },
    ]
  | null {
  let first: { row: number; value: number } | null = null;
  for (const line of lines) {
    const value = cellScalar(cellOf(line, label));
    if (typeof value !== "number") continue;
    const here = { row: line.row, value };
    if (first === null) first = here;
    else if (first.value !== value) return [first, here];
  }
  return null;
}
