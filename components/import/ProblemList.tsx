import type { Issue } from "@/lib/core/dataset";
import { formatCount } from "@/lib/figures/format";
import { groupProblems } from "./problems";

/** Problems of rows, grouped by kind, each with its count and the first rows that have it. */
export function ProblemList({ issues }: { issues: readonly Issue[] }) {
  const groups = groupProblems(issues);
  if (groups.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-medium">Problems by kind</h3>
      <ul className="space-y-1">
        {groups.map(({ field, message, count, examples }) => (
          <li key={`${field} ${message}`} className="rounded bg-sunken px-3 py-2 break-words">
            <p>
              <span className="font-medium text-bad">{formatCount(count, "row")}</span>:{" "}
              {field && `${field}: `}
              {message}
            </p>
            <p className="text-xs text-muted">
              {exampleWords(message, examples)}
              {count > examples.length && `; and ${formatCount(count - examples.length, "row")} more`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Only row numbers where every row has the same words. */
function exampleWords(message: string, examples: readonly Issue[]): string {
  if (examples.every((issue) => issue.message === message))
    return `${examples.length === 1 ? "row" : "rows"} ${examples.map(({ row }) => row).join(", ")}`;
  return examples.map((issue) => `row ${issue.row}: ${issue.message}`).join("; ");
}
