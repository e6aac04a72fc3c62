import type { EvaluatedArchitecture } from "../architecture";
import type { Issue } from "../dataset";

/**
 * That rows do not have the ids which stand in the file, because earlier rows have them; rows that were merged into
 * those need none.
 * @param repeated ids as they stand in the file, by row
 * @param idColumn its label
 */
export function repeatedIdNotes(
  repeated: ReadonlyMap<number, string>,
  idColumn: string | null,
  architectures: readonly Pick<EvaluatedArchitecture, "id" | "row">[],
): Issue[] {
  const renamed = repeated.size === 0 ? [] : architectures.filter(({ row }) => repeated.has(row));
  const [first] = renamed;
  if (first === undefined || idColumn === null) return [];
  const example = `row ${first.row} is called ${JSON.stringify(first.id)}, as ${JSON.stringify(repeated.get(first.row))} was taken`;
  const message =
    renamed.length === 1
      ? `1 row has the id of an earlier row and got a number behind it: ${example}.`
      : `${renamed.length.toLocaleString("en-US")} rows have the id of an earlier row and got numbers behind it: ${example}.`;
  return [{ row: 0, field: idColumn, message }];
}
