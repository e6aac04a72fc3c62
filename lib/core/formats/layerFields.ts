import type { FeatureValue } from "../searchSpace";
import { cellList, cellScalar, cellValue, plainName } from "./cells";
import { guessByName } from "./columnNames";

/** What one field of a configuration says: how many layers there are, one value a layer, or one for the whole network. */
export type FieldRole = "depth" | "list" | "index" | "global" | "single";

export type LayerField = {
  /** As the file calls it. */
  readonly key: string;
  readonly role: FieldRole;
  /** "encoder", "decoder", or "" where the network has one stack of layers. */
  readonly stack: string;
  /** Name of the feature: without the stack and without `sample_`. */
  readonly name: string;
};

const DEPTHS = new Set(
  "depth depths nlayer nlayers numlayer numlayers layernum layersnum layers numblocks nblocks blocknum numhiddenlayers nlayerlist layer".split(
    " ",
  ),
);
const INDEXES = /^(?:layerind(?:ex|ices|exes)|layerids?)$/;
const STACK = /^(encoder|decoder|enc|dec)_+(?=\w)/i;
const SAMPLE = /^sample_+/i;

/** Roles of all fields of a configuration by what a row holds in them; null where the fields are no lists of layers. */
export function layerFields(fields: Readonly<Record<string, unknown>>): LayerField[] | null {
  const found = Object.entries(fields).map(([key, cell]) => describe(key, cell));
  const known = found.filter((field) => field !== null);
  const lists = known.filter(({ role }) => role === "list");
  const depths = known.filter(({ role }) => role === "depth");
  const isStaged = depths.some(({ key }) => (numbersOf(fields[key])?.length ?? 0) > 1);
  if (known.length < found.length || lists.length === 0) return null;
  return depths.length > 0 || isStaged || lists.length > 1 ? known : null;
}

function describe(key: string, cell: unknown): LayerField | null {
  const bare = key.replace(SAMPLE, "");
  const stack = STACK.exec(bare)?.[1]?.toLowerCase() ?? "";
  const name = bare.replace(STACK, "");
  const field = (role: FieldRole): LayerField => ({ key, role, stack, name });
  if (DEPTHS.has(plainName(name)) && numbersOf(cell) !== null) return field("depth");
  const list = layerList(cell);
  if (list !== null)
    return field(INDEXES.test(plainName(name)) ? "index" : list.length > 1 ? "list" : "single");
  return isEmpty(cell) || cellScalar(cell) !== null ? { ...field("global"), stack: "", name: bare } : null;
}

const isEmpty = (cell: unknown): boolean => cell === null || cell === undefined || cell === "";

/** Depths of all stages: a number alone or in a list; null for anything else. */
export function numbersOf(cell: unknown): number[] | null {
  const value = cellValue(cell);
  const items = typeof value === "number" ? [value] : (cellList(value) ?? [cellScalar(value)]);
  const numbers = items.filter((item) => typeof item === "number");
  return numbers.length > 0 && numbers.length === items.length ? numbers : null;
}

/**
 * One plain value a layer, or a list of them for each stage. Text with separators counts only as a list of numbers,
 * since names and dates have blanks too.
 */
export function layerList(cell: unknown): (FeatureValue | FeatureValue[])[] | null {
  const items = cellList(cell);
  if (items === null || items.length === 0) return null;
  if (typeof cell === "string" && !/^\s*[[(]/.test(cell) && !items.every((item) => typeof item === "number"))
    return null;
  const values = items.flatMap((item): (FeatureValue | FeatureValue[])[] => {
    if (!Array.isArray(item)) {
      const value = cellScalar(item);
      return value === null ? [] : [value];
    }
    const inner = item.flatMap((entry: unknown) => cellScalar(entry) ?? []);
    return inner.length === item.length && inner.length > 0 ? [inner] : [];
  });
  return values.length === items.length ? values : null;
}

/** Whether a column of its own can be one value a layer: lists of seeds' accuracies are results. */
export const isLayerColumn = (label: string, cell: unknown): boolean =>
  guessByName(label) !== "result" && (layerList(cell)?.length ?? 0) > 1;

export const isDepthName = (label: string): boolean =>
  DEPTHS.has(plainName(label.replace(SAMPLE, "").replace(STACK, "")));
