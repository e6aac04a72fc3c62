import type { Issue } from "../dataset";
import { distinctGlobals, distinctNodes } from "../inferSpace";
import type { FeatureValue, SearchSpace } from "../searchSpace";
import type { RawRow } from "./format";

type Values = Readonly<Record<string, FeatureValue>>;

const MOST_OPERATIONS_NAMED = 6;

/** What features cannot teach: constants, features that always move together, features that some operations lack. */
export function spaceNotes(space: SearchSpace, rows: readonly RawRow[]): Issue[] {
  const notes: Issue[] = [];
  const note = (field: string, message: string): void => void notes.push({ row: 0, field, message });
  if (rows.length > 1)
    for (const [name, value] of Object.entries(space.constants))
      if (value !== null) note(name, `is ${String(value)} everywhere; nothing can be learned from it.`);
  const nodes = distinctNodes(rows);
  for (const [items, features] of [
    [nodes, space.nodeFeatures],
    [distinctGlobals(rows), space.globalFeatures],
  ] as const) {
    const names = features.map(({ name }) => name);
    for (const [index, name] of names.entries())
      for (const other of names.slice(index + 1))
        if (moveTogether(items, name, other))
          note(other, `always changes together with ${name}: their importances cannot be told apart.`);
  }
  // Every place of a flat table has a feature of its own.
  for (const { name } of space.structure === "flat" ? [] : space.nodeFeatures) {
    const present = nodes.filter((node) => Object.hasOwn(node, name));
    if (present.length === nodes.length || present.length === 0) continue;
    const operations = operationsWith(nodes, present);
    note(name, `is there only in some nodes${operations === null ? "" : `: those whose ${operations}`}.`);
  }
  return notes;
}

/** Whether each value of one (its absence counts as one) belongs to one value of the other, and the other way round. */
function moveTogether(items: readonly Values[], name: string, other: string): boolean {
  const forth = new Map<FeatureValue | undefined, FeatureValue | undefined>();
  const back = new Map<FeatureValue | undefined, FeatureValue | undefined>();
  for (const item of items) {
    const [value, partner] = [own(item, name), own(item, other)];
    if (forth.has(value) && forth.get(value) !== partner) return false;
    if (back.has(partner) && back.get(partner) !== value) return false;
    forth.set(value, partner);
    back.set(partner, value);
  }
  return forth.size > 1;
}

const own = (item: Values, name: string): FeatureValue | undefined =>
  Object.hasOwn(item, name) ? item[name] : undefined;

/** `op is conv, dwconv`: the texts of another feature that exactly the nodes with this one have. */
function operationsWith(nodes: readonly Values[], present: readonly Values[]): string | null {
  const having = new Set(present);
  const names = new Set(nodes.flatMap((node) => Object.keys(node)));
  for (const name of names) {
    if (!nodes.every((node) => typeof own(node, name) === "string")) continue;
    const withIt = new Set(present.map((node) => own(node, name)));
    const isDecided = nodes.every((node) => having.has(node) === withIt.has(own(node, name)));
    if (!isDecided || withIt.size > MOST_OPERATIONS_NAMED) continue;
    return `${name} is ${[...withIt].join(", ")}`;
  }
  return null;
}
