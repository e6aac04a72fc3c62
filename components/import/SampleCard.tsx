import Link from "next/link";
import { buttonClass } from "@/components/ui/Button";
import type { DatasetSummary } from "@/lib/api/contracts";
import { DeleteDataset } from "./DeleteDataset";

/** A sample with its limits beside it: what it cannot tell is as important as what it can. */
export function SampleCard({ dataset: { id, name, sample, numPredictors } }: { dataset: DatasetSummary }) {
  if (sample === null) return null;
  return (
    <li className="flex flex-col gap-2 rounded border border-line bg-surface p-4">
      <h3 className="font-semibold">{name}</h3>
      <p>{sample.summary}</p>
      <p className="rounded border-l-4 border-warn bg-warn-soft px-3 py-2">
        <span className="font-medium">Limits: </span>
        {sample.limits}{" "}
        <a href={sample.cardUrl} className="text-accent underline">
          Data card
        </a>
      </p>
      <div className="mt-auto flex flex-wrap items-center gap-2 pt-1">
        <Link href={`/datasets/${id}/data`} className={buttonClass("plain")} aria-label={`Open ${name}`}>
          Open
        </Link>
        <DeleteDataset id={id} name={name} numPredictors={numPredictors} />
      </div>
    </li>
  );
}
