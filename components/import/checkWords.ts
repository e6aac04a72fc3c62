/** The lines of the topics of a check: how things stand, in words. */
import type { ImportReport, Issue } from "@/lib/core/dataset";
import type { ColumnRole } from "@/lib/core/formats/importPlan";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { formatCount } from "@/lib/figures/format";
import { groupNotes, noteLink } from "./problems";
import { shortList } from "./words";

const COUNTED_ROLES: readonly (readonly [ColumnRole, singular: string, plural: string])[] = [
  ["id", "id", "ids"],
  ["architecture", "architecture", "of the architecture"],
  ["feature", "feature", "features"],
  ["metric", "metric", "metrics"],
  ["status", "status", "of status"],
  ["ignored", "ignored", "ignored"],
];

/** `9 columns: 1 id, 4 of the architecture, 3 metrics, 1 ignored; no goal yet: 1 metric` */
export function columnsLine({ columns, metrics }: Pick<ImportReport, "columns" | "metrics">): string {
  const counts = COUNTED_ROLES.flatMap(([role, singular, plural]) => {
    const count = columns.filter((column) => column.role === role).length;
    return count === 0 ? [] : formatCount(count, singular, plural);
  });
  const numAimless = metrics.filter(({ goal }) => goal === null).length;
  const aimless = numAimless > 0 ? `; no goal yet: ${formatCount(numAimless, "metric")}` : "";
  return `${formatCount(columns.length, "column")}: ${counts.join(", ")}${aimless}`;
}

/** Metrics whose values do not look like one unit. */
export function columnsToDecide({ metrics }: Pick<ImportReport, "metrics">): string | null {
  const suspicious = metrics.filter(({ suspicion }) => suspicion !== null).length;
  return suspicious > 0 ? `${formatCount(suspicious, "metric looks", "metrics look")} wrong` : null;
}

/** `5 units; kernel, expand; 2 constants` */
export function spaceLine({ units, nodeFeatures, globalFeatures, constants }: SearchSpace): string {
  const names = [...nodeFeatures, ...globalFeatures].map(({ name }) => name);
  const numConstants = Object.values(constants).filter((value) => value !== null).length;
  return [
    formatCount(units.length, "unit"),
    names.length > 8 ? formatCount(names.length, "feature") : names.join(", "),
    ...(numConstants > 0 ? [formatCount(numConstants, "constant")] : []),
  ].join("; ");
}

/** `211 rows repeat an architecture of another row; merged: 211` */
export function duplicatesLine({ duplicates, merged }: Pick<ImportReport, "duplicates" | "merged">): string {
  const repeated = formatCount(duplicates, "row repeats", "rows repeat");
  return `${repeated} an architecture of an earlier row; ${merged === 0 ? "all are kept" : `${formatCount(merged, "row")} merged`}`;
}

/** `2,373 read, 3 rejected, 2 failed evaluations` */
export function rowsLine({
  numArchitectures,
  rejected,
  failed,
}: Pick<ImportReport, "numArchitectures" | "rejected" | "failed">): string {
  const read = `${formatCount(numArchitectures, "row")} read`;
  const lost = rejected === 0 ? "none rejected" : `${rejected.toLocaleString("en")} rejected`;
  return [read, lost, ...(failed > 0 ? [formatCount(failed, "failed evaluation")] : [])].join(", ");
}

export const rowsToSee = ({ rejected }: Pick<ImportReport, "rejected">): string | null =>
  rejected > 0 ? `${formatCount(rejected, "row")} rejected` : null;

const MOST_FIELDS = 3;

/** The first note, and how many more there are; fields that say the same are one note. */
export function notesLine(notes: readonly Issue[]): string {
  const groups = groupNotes(notes);
  const [first] = groups;
  if (first === undefined) return "nothing worth knowing about this file";
  const more = groups.length > 1 ? ` And ${groups.length - 1} more.` : "";
  const fields = shortList(first.fields, MOST_FIELDS, ", ");
  return `${fields && `${fields}${noteLink(first)}`}${first.message}${more}`;
}
