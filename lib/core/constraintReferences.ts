/** What constraints may say of an architecture's structure: `units[3].length`, `units[1][2].kernel`, `count("zero")`. */
import type jsep from "jsep";
import { ABSENT, numNodes, type Architecture } from "./architecture";
import { featureValue, type Feature, type FeatureValue, type SearchSpace } from "./searchSpace";
import { nearestNames } from "./target/suggest";
import { startOf, TargetFault } from "./target/syntax";

/** A number that an architecture has by its structure; NaN where it has none. */
export type Quantity = { readonly name: string; readonly of: (architecture: Architecture) => number };

export type References = {
  /** Filled while expressions are compiled. */
  readonly quantities: readonly Quantity[];
  /** The index of the value a node stands for (see compile.ts); null where it is not about structure. */
  readonly reference: (node: jsep.Expression) => number | null;
};

/**
 * @param taken names that stand before the structure's own values, such as targets
 * @param measured names that mean something, but that nothing here predicts
 */
export function structureReferences(
  space: SearchSpace,
  taken: readonly string[],
  measured: readonly string[],
): References {
  const quantities: Quantity[] = [];
  const texts = [
    ...new Set([...space.nodeFeatures, ...space.globalFeatures].flatMap(({ values }) => values)),
  ].filter((value) => typeof value === "string");
  /** Texts are compared as numbers: each is the negative of its place, which no number of a structure is. */
  const numberOf = (value: FeatureValue | null): number =>
    value === null ? NaN : typeof value === "number" ? value : -1 - texts.indexOf(value);
  const add = (name: string, of: Quantity["of"]): number => taken.length + quantities.push({ name, of }) - 1;

  function textOf(node: jsep.Expression): string {
    const { value } = node as jsep.Literal;
    if (node.type !== "Literal" || typeof value !== "string")
      throw new TargetFault('A value in quotes is expected here, such as "conv".', startOf(node));
    if (texts.includes(value)) return value;
    const near = nearestNames(value, texts);
    const known =
      near.length > 0
        ? `Did you mean ${near.join(" or ")}?`
        : `Known are ${texts.join(", ") || "numbers only"}.`;
    throw new TargetFault(`No feature has the value "${value}". ${known}`, startOf(node));
  }

  function reference(node: jsep.Expression): number | null {
    if (node.type === "Literal" && typeof (node as jsep.Literal).value === "string") {
      const text = textOf(node);
      return add(text, () => numberOf(text));
    }
    if (node.type === "CallExpression" && nameOf((node as jsep.CallExpression).callee) === "count") {
      const [argument, ...more] = (node as jsep.CallExpression).arguments;
      if (argument === undefined || more.length > 0)
        throw new TargetFault('count takes one value in quotes: count("conv").', startOf(node));
      return add("count", countOf(space, textOf(argument)));
    }
    if (node.type === "MemberExpression") return memberOf(node as jsep.MemberExpression);
    const name = nameOf(node);
    if (name === null || taken.includes(name)) return null;
    if (measured.includes(name))
      throw new TargetFault(
        `${name} was measured, but nothing predicts it here: train a predictor with it as target, and choose that one too.`,
        startOf(node),
      );
    if (name === "nodes") return add(name, numNodes);
    const featureIndex = space.globalFeatures.findIndex((feature) => feature.name === name);
    const feature = space.globalFeatures[featureIndex];
    if (feature === undefined) return null;
    return add(name, ({ globals }) => numberOf(featureValue(feature, globals[featureIndex] ?? ABSENT)));
  }

  /** `units[u].length` or `units[u][l].feature`. */
  function memberOf(node: jsep.MemberExpression): number | null {
    const property = node.computed ? null : nameOf(node.property);
    const inner = node.object.type === "MemberExpression" ? (node.object as jsep.MemberExpression) : null;
    if (inner === null || property === null || rootOf(inner) !== "units") {
      if (rootOf(node) !== "units") return null;
      throw new TargetFault(
        "Write units[1].length or units[1][2].FEATURE; both count from 1.",
        startOf(node),
      );
    }
    if (nameOf(inner.object) === "units") {
      const unitIndex = indexOf(inner, space.units.length, "units");
      if (property !== "length")
        throw new TargetFault(
          `A unit has a length, no ${property}; a layer of it is units[${unitIndex + 1}][1].`,
          startOf(node),
        );
      return add("length", ({ units }) => units[unitIndex]?.length ?? NaN);
    }
    const outer = inner.object as jsep.MemberExpression;
    const unitIndex = indexOf(outer, space.units.length, "units");
    const layer = indexOf(inner, Math.max(...(space.units[unitIndex]?.lengths ?? [0])), "layers");
    const featureIndex = featureNamed(space.nodeFeatures, property, node);
    const feature = space.nodeFeatures[featureIndex];
    return add(property, ({ units }) => {
      const code = units[unitIndex]?.[layer]?.[featureIndex];
      return feature === undefined || code === undefined ? NaN : numberOf(featureValue(feature, code));
    });
  }

  return { quantities, reference };
}

const nameOf = (node: jsep.Expression): string | null =>
  node.type === "Identifier" ? (node as jsep.Identifier).name : null;

/** The name that `a[1][2].b` begins with. */
function rootOf(node: jsep.Expression): string | null {
  return node.type === "MemberExpression" ? rootOf((node as jsep.MemberExpression).object) : nameOf(node);
}

/** The 0-based index in brackets, which people count from 1. */
function indexOf(node: jsep.MemberExpression, count: number, what: string): number {
  const { value } = node.property as jsep.Literal;
  const isIndex =
    node.computed && typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= count;
  if (isIndex) return value - 1;
  const name = node.object.type === "MemberExpression" ? "units[1]" : "units";
  throw new TargetFault(
    `There are ${count} ${what}, counted from 1: ${name}[1] to ${name}[${count}].`,
    startOf(node.property),
  );
}

function featureNamed(features: readonly Feature[], name: string, node: jsep.Expression): number {
  const index = features.findIndex((feature) => feature.name === name);
  if (index >= 0) return index;
  throw new TargetFault(
    `No node has a feature ${name}. Known are ${features.map((feature) => feature.name).join(", ")}.`,
    startOf(node),
  );
}

/** How many nodes have the value in any feature. */
function countOf(space: SearchSpace, text: string): Quantity["of"] {
  const codes = space.nodeFeatures.map(({ values }) => values.indexOf(text));
  return ({ units }) =>
    units.flat().filter((node) => codes.some((code, index) => code >= 0 && node[index] === code)).length;
}
