import type { Issue } from "../dataset";
import { placeFeatures } from "../positions";
import { sorted } from "../inferSpace";
import type { Feature, FeatureValue, SearchSpace } from "../searchSpace";
import type { SpaceEdits } from "./importPlan";

export type EditedSpace = {
  readonly space: SearchSpace;
  /** Edits that cannot be made, with the reason; they are left out. */
  readonly problems: readonly Issue[];
};

/**
 * The space as a person wants it.
 * @param seen every value of a feature that occurs, for a range that becomes a list
 */
export function editSpace(
  space: SearchSpace,
  edits: SpaceEdits,
  seen: (featureName: string) => readonly FeatureValue[],
): EditedSpace {
  const problems: Issue[] = [];
  const names = new Set([...space.nodeFeatures, ...space.globalFeatures].map(({ name }) => name));
  for (const name of Object.keys(edits.features ?? {}))
    if (!names.has(name)) problems.push({ row: 0, field: name, message: noSuchFeature(name, space) });
  const editFeature = (feature: Feature): Feature => {
    const edit =
      edits.features && Object.hasOwn(edits.features, feature.name)
        ? edits.features[feature.name]
        : undefined;
    if (edit === undefined) return feature;
    const edited = changed(feature, edit, () => seen(feature.name));
    if (typeof edited !== "string") return edited;
    problems.push({ row: 0, field: feature.name, message: edited });
    return feature;
  };
  const lengths = new Map(Object.entries(edits.lengths ?? {}).map(([index, list]) => [Number(index), list]));
  for (const index of lengths.keys())
    if (space.units[index] === undefined)
      problems.push({
        row: 0,
        field: `units[${index}]`,
        message: `is not there: this space has ${space.units.length} units.`,
      });
  const edited: SearchSpace = {
    ...space,
    nodeFeatures: space.nodeFeatures.map(editFeature),
    globalFeatures: space.globalFeatures.map(editFeature),
    units: space.units.map((unit, index) => {
      const legal = lengths.get(index);
      return legal === undefined ? unit : { ...unit, lengths: [...new Set(legal)].sort((a, b) => a - b) };
    }),
  };
  return { space: edited, problems };
}

const noSuchFeature = (name: string, space: SearchSpace): string => {
  const { nodeFeatures, globalFeatures } = space;
  if (placeFeatures(space).some((place) => place.name === name))
    return `"${name}" says where a node stands; edit the legal numbers of layers of the units instead.`;
  const known = [...nodeFeatures, ...globalFeatures].map((feature) => feature.name).join(", ");
  return `"${name}" is no feature of this space; it has ${known || "none"}.`;
};

/** The feature after an edit, or why it cannot be made. */
function changed(
  feature: Feature,
  edit: Partial<Pick<Feature, "kind" | "values">>,
  seen: () => readonly FeatureValue[],
): Feature | string {
  const kind = edit.kind ?? feature.kind;
  const becomesList = feature.kind === "continuous" && kind !== "continuous";
  const values = sorted([...new Set(edit.values ?? (becomesList ? seen() : feature.values))]);
  const text = values.find((value) => typeof value !== "number");
  if (kind !== "categorical" && text !== undefined)
    return `cannot be ${kind}: ${JSON.stringify(text)} is not a number.`;
  if (values.length === 0) return "needs at least one value.";
  if (kind !== "continuous") return { ...feature, kind, values };
  return { ...feature, kind, values: [values[0] ?? 0, values.at(-1) ?? 0] };
}
