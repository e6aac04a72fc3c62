"use client";

import Link from "next/link";
import { buttonClass } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import type { DatasetDetail } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { useWorkspace, type OpenedPredictor } from "./workspace";

/** What a page has once its dataset is read and a predictor is open. */
export type ReadyWorkspace = {
  readonly dataset: DatasetDetail;
  readonly architectures: readonly EvaluatedArchitecture[];
  readonly opened: OpenedPredictor;
};

type PredictorGateProps = {
  /** Why the page needs a predictor, and what appears once there is one. */
  reason: string;
  children: (ready: ReadyWorkspace) => React.ReactNode;
};

/** Lets a page begin once a predictor is open; until then says what is missing and how to get it. */
export function PredictorGate({ reason, children }: PredictorGateProps) {
  const { dataset, architectures, opened } = useWorkspace();
  if (opened.status === "none")
    return (
      <EmptyState
        title="No predictor yet"
        action={
          <Link href={`/datasets/${dataset.id}/train`} className={buttonClass("primary")}>
            Train a predictor
          </Link>
        }
      >
        {reason}
      </EmptyState>
    );
  if (architectures.status === "failed")
    return (
      <Note tone="bad" title="The architectures could not be read">
        {architectures.message} Reload the page to try again.
      </Note>
    );
  if (opened.status === "failed")
    return (
      <Note tone="bad" title="The predictor could not be opened">
        {opened.message} Choose another one above, or train a new one.
      </Note>
    );
  if (opened.status === "loading" || architectures.status === "loading") {
    const waiting = opened.status === "loading" ? "Opening the predictor" : "Reading architectures";
    return (
      <div className="grid gap-2">
        <p className="text-muted">{waiting}</p>
        <ProgressBar label={waiting} fraction={null} />
      </div>
    );
  }
  return children({ dataset, architectures: architectures.value, opened: opened.value });
}
