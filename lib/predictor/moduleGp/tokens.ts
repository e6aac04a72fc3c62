import { ABSENT, type Architecture, type Node, type Unit } from "../../core/architecture";
import { shareOfRange, type Feature, type SearchSpace } from "../../core/searchSpace";

/**
 * Calls back once per module an architecture holds, with how often (or, for numbers, how much of) it holds it.
 * Modules of one group are alike in kind (one feature's values at their places, say) and matter alike.
 */
export type Count = (group: string, name: string, amount: number) => void;

function countFeature(feature: Feature, code: number, scope: string, place: string, count: Count): void {
  if (code === ABSENT && feature.kind !== "continuous") return;
  const group = `${scope} ${feature.name}`;
  if (feature.kind === "continuous") count(group, place, shareOfRange(feature, code));
  else count(group, `${place}=${code}`, 1);
}

/**
 * Modules of one unit: its length, every node at its place, and every feature value at its place, in its unit and
 * anywhere. What is shared by several places is counted for them too, so that rare places borrow from the others.
 */
export function countUnit(space: SearchSpace, unitIndex: number, unit: Unit, count: Count): void {
  count("length", `${unitIndex}=${unit.length}`, 1);
  unit.forEach((node: Node, layerIndex) => {
    const discrete = node.filter((_, index) => space.nodeFeatures[index]?.kind !== "continuous");
    if (discrete.length > 1) count("node", `${unitIndex}.${layerIndex}=${discrete.join(",")}`, 1);
    space.nodeFeatures.forEach((feature, index) => {
      const code = node[index] ?? ABSENT;
      countFeature(feature, code, "at", `${unitIndex}.${layerIndex}`, count);
      if (space.units.length > 1) countFeature(feature, code, "in", String(unitIndex), count);
      countFeature(feature, code, "any", "", count);
    });
  });
}

/** Features of the whole architecture. */
export function countGlobals(space: SearchSpace, globals: Architecture["globals"], count: Count): void {
  space.globalFeatures.forEach((feature, index) =>
    countFeature(feature, globals[index] ?? ABSENT, "global", "", count),
  );
}
