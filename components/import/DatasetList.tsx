import Link from "next/link";
import type { DatasetSummary } from "@/lib/api/contracts";
import { DeleteDataset } from "./DeleteDataset";

const count = new Intl.NumberFormat("en");
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** What was stored, newest first. */
export function DatasetList({ datasets }: { datasets: readonly DatasetSummary[] }) {
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {datasets.map(({ id, name, createdAt, structure, numArchitectures, numRejected, numPredictors }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <div className="min-w-0 flex-1 basis-64">
            <Link
              href={`/datasets/${id}/data`}
              className="font-medium break-words text-accent hover:underline"
            >
              {name}
            </Link>
            <p className="text-muted">
              {plural(numArchitectures, "architecture")}, {structure}
              {numRejected > 0 && `; ${plural(numRejected, "row")} rejected`};{" "}
              {plural(numPredictors, "predictor")}
            </p>
          </div>
          <time dateTime={createdAt} className="text-muted">
            {day.format(new Date(createdAt))}
          </time>
          <DeleteDataset id={id} name={name} numPredictors={numPredictors} />
        </li>
      ))}
    </ul>
  );
}

const plural = (number: number, noun: string): string =>
  `${count.format(number)} ${noun}${number === 1 ? "" : "s"}`;
