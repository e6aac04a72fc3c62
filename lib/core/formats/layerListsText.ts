import type { Architecture } from "../architecture";
import type { FeatureValue, SearchSpace } from "../searchSpace";
import { scalarToJson } from "./cells";
import type { LayerField } from "./layerFields";
import { stacksOf } from "./layerUnits";
import { globalValue, nodeValue, notationDetails } from "./notationDetails";
import type { Literal } from "./pythonLiteral";
import { pythonRepr } from "./pythonRepr";
import { isRecord } from "./readTable";

/** A field, and the length its list has in every row (0 where it follows the depth). */
type WrittenField = LayerField & { readonly room: number };

const isWrittenField = (value: unknown): value is WrittenField =>
  isRecord(value) &&
  ["key", "role", "stack", "name"].every((name) => typeof value[name] === "string") &&
  typeof value.room === "number";

/** Back from layers: the file's own fields, one list for each feature of a stack. */
export function writeLayerLists(space: SearchSpace, architecture: Architecture): string {
  const details = notationDetails(space);
  const fields = Array.isArray(details.fields) ? details.fields.filter(isWrittenField) : [];
  const stacks = stacksOf(fields);
  const entries = fields.map((field): [string, Literal] => {
    if (details.byStage === true && (field.role === "list" || field.role === "depth"))
      return [field.key, architecture.units.map(([node = []]) => nodeValue(space, node, field.name) ?? 0)];
    const units =
      stacks.length > 1
        ? architecture.units.slice(stacks.indexOf(field.stack)).slice(0, 1)
        : architecture.units;
    return [field.key, written(space, architecture, units, field, details.list === true)];
  });
  const config = Object.fromEntries(entries);
  return details.python === true ? pythonRepr(config) : JSON.stringify(config);
}

function written(
  space: SearchSpace,
  architecture: Architecture,
  units: Architecture["units"],
  { role, stack, name, room }: WrittenField,
  isDepthList: boolean,
): Literal {
  if (role === "depth") {
    const depths = units.map((unit) => unit.length);
    return isDepthList || depths.length > 1 ? depths : (depths[0] ?? 0);
  }
  if (role === "index") return (units[0] ?? []).map((_, layer) => layer);
  if (role === "global" || role === "single") {
    const value = globalValue(space, architecture, stack === "" ? name : `${stack}_${name}`);
    const plain = value === null ? null : scalarToJson(value);
    return role === "single" ? [plain] : plain;
  }
  const values = units.map((unit) => unit.map((node) => nodeValue(space, node, name) ?? 0));
  const [only = []] = values;
  if (units.length === 1) return padded(only, room);
  return values.map((stage): Literal => oneValue(stage) ?? stage);
}

/** Inactive entries repeat the last active one: they mean nothing, but the list needs its length. */
const padded = (values: readonly FeatureValue[], room: number): Literal[] => [
  ...values,
  ...Array.from({ length: Math.max(0, room - values.length) }, () => values.at(-1) ?? 0),
];

/** The value that all layers of a stage share; null where they differ, so that each is listed. */
const oneValue = (values: readonly FeatureValue[]): FeatureValue | null => {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
};
