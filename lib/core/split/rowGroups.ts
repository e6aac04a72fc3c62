/** Rows that a split must keep on one side, since each of them gives the others away. */
import type { Architecture } from "../architecture";
import type { SearchSpace } from "../searchSpace";
import { networkKeys } from "./networkKey";

/**
 * automatic: rows of one network. none: every row stands alone. by: rows with the same value of a feature. except: rows
 * of one network, whatever the feature says (the same network on several devices).
 */
export type Grouping =
  { readonly kind: "automatic" | "none" } | { readonly kind: "by" | "except"; readonly feature: string };

/** What can be said, for messages. */
export const GROUPING_FORMS = "automatic, none, by:FEATURE, except:FEATURE";

/** What the setting `group` says: `automatic`, `none`, `by:FEATURE` or `except:FEATURE`; null for any other text. */
export function parseGrouping(text: string): Grouping | null {
  if (text === "automatic" || text === "none") return { kind: text };
  const [, kind, feature] = /^(by|except):(.+)$/s.exec(text) ?? [];
  return (kind === "by" || kind === "except") && feature !== undefined ? { kind, feature } : null;
}

/** Group of every row, numbered from 0 by first appearance. */
export type RowGroups = {
  readonly of: readonly number[];
  /** Groups of at least two rows, and the rows in them. */
  readonly numShared: number;
  readonly numTied: number;
};

/**
 * Features of a whole architecture that say how or on what it was measured, not what it is: rows that differ in these
 * alone are one network.
 */
const CONDITION = /^(task|dataset|device|hardware|seed|run|repeat|epochs?|budget|fidelity)$/i;

/** Features whose values may decide: those of whole architectures, and columns of a flat table. */
export const groupingFeatures = ({ structure, globalFeatures, nodeFeatures }: SearchSpace): string[] => [
  ...globalFeatures.map(({ name }) => name),
  ...(structure === "flat" ? nodeFeatures.map(({ name }) => name) : []),
];

/** @throws RangeError where the space has no such feature, naming those that it has */
export function groupRows(
  space: SearchSpace,
  architectures: readonly Architecture[],
  grouping: Grouping,
): RowGroups {
  const keyOf = keysOf(space, grouping);
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const of = architectures.map((architecture, row) => {
    const key = keyOf === null ? String(row) : keyOf(architecture);
    const group = numbers.get(key) ?? numbers.size;
    numbers.set(key, group);
    sizes[group] = (sizes[group] ?? 0) + 1;
    return group;
  });
  const shared = sizes.filter((size) => size > 1);
  return { of, numShared: shared.length, numTied: shared.reduce((sum, size) => sum + size, 0) };
}

function keysOf(space: SearchSpace, grouping: Grouping): ((architecture: Architecture) => string) | null {
  const all = [...space.globalFeatures.keys()];
  const isKept = (test: (name: string) => boolean): number[] =>
    all.filter((index) => test(space.globalFeatures[index]?.name ?? ""));
  switch (grouping.kind) {
    case "none":
      return null;
    case "automatic":
      return networkKeys(
        space,
        isKept((name) => !CONDITION.test(name)),
      );
    case "by":
      return valuesOf(space, grouping.feature);
    case "except": {
      const { feature } = grouping;
      if (space.globalFeatures.every(({ name }) => name !== feature)) throw unknownFeature(space, feature);
      return networkKeys(
        space,
        isKept((name) => name !== feature && !CONDITION.test(name)),
      );
    }
  }
}

function valuesOf(space: SearchSpace, name: string): (architecture: Architecture) => string {
  if (!groupingFeatures(space).includes(name)) throw unknownFeature(space, name);
  const ofWhole = space.globalFeatures.findIndex((feature) => feature.name === name);
  if (ofWhole >= 0) return ({ globals }) => String(globals[ofWhole]);
  const ofNodes = space.nodeFeatures.findIndex((feature) => feature.name === name);
  return ({ units }) =>
    units
      .flat()
      .map((node) => node[ofNodes])
      .join();
}

function unknownFeature(space: SearchSpace, name: string): RangeError {
  const names = groupingFeatures(space);
  const there = names.length === 0 ? "this search space has none" : `there are: ${names.join(", ")}`;
  return new RangeError(
    `Rows cannot be grouped by "${name}": it is no feature of whole architectures; ${there}.`,
  );
}

/** What was kept together in a training, as a sentence for people. @param rule the setting `group` */
export function tiedWords({
  rule,
  numGroups,
  numRows,
}: {
  readonly rule: string;
  readonly numGroups: number;
  readonly numRows: number;
}): string {
  const grouping = parseGrouping(rule);
  const one = grouping?.kind === "by" ? `value of ${grouping.feature}` : "network";
  const many = grouping?.kind === "by" ? `values of ${grouping.feature}` : "networks";
  const whatever = grouping?.kind === "except" ? `, whatever the ${grouping.feature}` : "";
  const stand = numGroups === 1 ? `1 ${one} stands` : `${numGroups.toLocaleString("en")} ${many} stand`;
  return `${stand} in several rows${whatever}, ${numRows.toLocaleString("en")} in all; all rows of one ${one} were trained on, validated or held out together.`;
}
