import type { FeatureValue } from "../searchSpace";
import { cellScalar, cellValue } from "./cells";
import { layerList, numbersOf, type LayerField } from "./layerFields";
import type { RawNode, RowOutcome } from "./reader";

type Fields = Readonly<Record<string, unknown>>;
type Fault = { readonly ok: false; readonly field: string; readonly message: string };

const fault = (field: string, message: string): Fault => ({ ok: false, field, message });

/**
 * Whether all lists, the depths among them, have one value for each of several stages (PiT), so that all layers of a
 * stage are alike. A node is a whole stage then, and its depth a feature: layers of their own could be told apart,
 * which this notation cannot write.
 */
export function isByStage(values: Fields, fields: readonly LayerField[]): boolean {
  const depth = fields.find(({ role }) => role === "depth");
  const numStages = depth ? (numbersOf(values[depth.key])?.length ?? 0) : 0;
  return (
    numStages > 1 &&
    fields
      .filter(({ role }) => role === "list")
      .map(({ key }) => layerList(values[key]))
      .every((items) => items?.length === numStages && items.every((item) => !Array.isArray(item)))
  );
}

/** One node for each stage, with the values that all its layers share. */
export function readStages(values: Fields, fields: readonly LayerField[], numStages: number): RowOutcome {
  const lists = fields.filter(({ role }) => role === "list" || role === "depth");
  const nodes = Array.from({ length: numStages }, (): Record<string, FeatureValue> => ({}));
  for (const { key, name } of lists) {
    const items = layerList(values[key]);
    if (items?.length !== numStages)
      return fault(key, `needs ${numStages} values, one for each stage, and has ${items?.length ?? 0}`);
    for (const [stage, item] of items.entries()) {
      const node = nodes[stage];
      if (Array.isArray(item))
        return fault(key, `has a list for stage ${stage + 1}, where one value is expected`);
      if (node) node[name] = item;
    }
  }
  return { ok: true, units: nodes.map((node) => [node]), globals: globalsOf(values, fields) };
}

/**
 * Layers of one row. Of every list only as many entries are active as its stack is deep; the rest belongs to no layer.
 * With a depth for each of several stages, a list has one entry a stage (for all its layers), or one a layer.
 * @param tail called with the key of a list that goes on behind the last active layer
 */
export function readLayers(
  values: Fields,
  fields: readonly LayerField[],
  tail: (key: string) => void,
): RowOutcome {
  const units: RawNode[][] = [];
  for (const stack of stacksOf(fields)) {
    const outcome = readStack(
      values,
      fields.filter((field) => field.stack === stack),
      tail,
    );
    if ("message" in outcome) return outcome;
    units.push(...outcome);
  }
  return { ok: true, units, globals: globalsOf(values, fields) };
}

function globalsOf(values: Fields, fields: readonly LayerField[]): Record<string, FeatureValue> {
  const globals: Record<string, FeatureValue> = {};
  for (const { key, role, name, stack } of fields) {
    if (role !== "global" && role !== "single") continue;
    const value = cellValue(values[key]);
    const scalar = cellScalar(Array.isArray(value) ? value[0] : value);
    if (scalar !== null) globals[stack === "" ? name : `${stack}_${name}`] = scalar;
  }
  return globals;
}

/** Stacks that have lists, in order of appearance. */
export const stacksOf = (fields: readonly LayerField[]): string[] => [
  ...new Set(fields.filter(({ role }) => role === "list").map(({ stack }) => stack)),
];

function readStack(
  values: Fields,
  fields: readonly LayerField[],
  tail: (key: string) => void,
): RawNode[][] | Fault {
  const depthField = fields.find(({ role }) => role === "depth");
  const lists: { key: string; name: string; items: (FeatureValue | FeatureValue[])[] }[] = [];
  for (const { key, name, role } of fields) {
    if (role !== "list") continue;
    // A list of one is written without brackets in some files: it is the value of the only layer.
    const items = layerList(values[key]) ?? listOfOne(values[key]);
    if (items === null) return fault(key, "is not a list with a value for each layer");
    lists.push({ key, name, items });
  }
  const [first] = lists;
  if (!first) return fault("", "holds no list of layers");
  const depths = depthField ? numbersOf(values[depthField.key]) : [first.items.length];
  if (depths === null || depths.some((depth) => !Number.isInteger(depth) || depth < 0))
    return fault(
      depthField?.key ?? "",
      `${JSON.stringify(values[depthField?.key ?? ""] ?? null)} is not a number of layers`,
    );
  const columns: { name: string; values: FeatureValue[][] }[] = [];
  for (const { key, name, items } of lists) {
    const split = splitByStage(items, depths, () => tail(key));
    if (split === null)
      return fault(key, `lists ${items.length} values for ${describeDepths(depths, depthField?.key)}`);
    columns.push({ name, values: split });
  }
  return depths.map((depth, stage) =>
    Array.from({ length: depth }, (_, layer) =>
      Object.fromEntries(
        columns.flatMap(({ name, values: of }) => {
          const value = of[stage]?.[layer];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    ),
  );
}

const listOfOne = (cell: unknown): FeatureValue[] | null => {
  const value = cellScalar(cell);
  return value === null ? null : [value];
};

const describeDepths = (depths: readonly number[], key: string | undefined): string =>
  `${depths.join(" + ")} layers${key === undefined ? "" : ` (${key})`}`;

/** Values of every stage's layers; null where the list does not reach. */
function splitByStage(
  items: readonly (FeatureValue | FeatureValue[])[],
  depths: readonly number[],
  tail: () => void,
): FeatureValue[][] | null {
  const plain = items.flatMap((item) => (Array.isArray(item) ? [] : [item]));
  const isFlat = plain.length === items.length;
  if (depths.length > 1 && items.length === depths.length)
    return checked(
      depths.map((depth, stage) => expanded(items[stage], depth)),
      depths,
      tail,
    );
  if (!isFlat) return null;
  const sum = depths.reduce((total, depth) => total + depth, 0);
  if (depths.length === 1) return plain.length < sum ? null : checked([plain], depths, tail);
  let start = 0;
  if (plain.length === sum) return depths.map((depth) => plain.slice(start, (start += depth)));
  const room = plain.length / depths.length;
  return Number.isInteger(room)
    ? checked(
        depths.map((_, stage) => plain.slice(stage * room, (stage + 1) * room)),
        depths,
        tail,
      )
    : null;
}

const expanded = (item: FeatureValue | FeatureValue[] | undefined, depth: number): FeatureValue[] =>
  Array.isArray(item) ? item : item === undefined ? [] : new Array<FeatureValue>(depth).fill(item);

function checked(
  stages: readonly FeatureValue[][],
  depths: readonly number[],
  tail: () => void,
): FeatureValue[][] | null {
  if (stages.some((values, stage) => values.length < (depths[stage] ?? 0))) return null;
  if (stages.some((values, stage) => values.length > (depths[stage] ?? 0))) tail();
  return stages.map((values, stage) => values.slice(0, depths[stage]));
}
