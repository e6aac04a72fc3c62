"use client";

import Link from "next/link";
import { useState } from "react";
import { buttonClass } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { useWorkspace } from "@/components/workspace/workspace";
import type { DatasetEdits } from "@/lib/api/contracts";
import { formatCount } from "@/lib/figures/format";
import { FileNotes } from "../FileNotes";
import { LeftOutNote } from "../LeftOutNote";
import { ProblemList } from "../ProblemList";
import { SpaceEditor } from "../SpaceEditor";
import { useOpenAnew } from "../useOpenAnew";
import { ApplyBar } from "./ApplyBar";
import { MetricEditor } from "./MetricEditor";
import { useMisfits } from "./useMisfits";

/** Name, metrics and search space of a stored dataset, changed together and only when asked. */
export function EditPage() {
  const { dataset, architectures, predictors } = useWorkspace();
  const { id, name, space, report } = dataset;
  const onApplied = useOpenAnew(id);
  const [edits, setEdits] = useState<DatasetEdits>({});
  const { rows: leftOut, problems } = useMisfits(space, edits.space, architectures);
  const numPredictors = predictors.status === "ready" ? predictors.value.length : 0;
  return (
    <div className="mx-auto max-w-5xl space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h1 className="text-xl font-semibold">Edit space and metrics</h1>
        <Link href={`/datasets/${id}/data`} className={buttonClass()}>
          Back to the data
        </Link>
      </div>
      <Panel title="Name and metrics" lead="Units and goals are words about the numbers; no number changes.">
        <label className="mb-3 block max-w-md">
          <span className="block text-muted">Name of the dataset</span>
          <input
            value={edits.name ?? name}
            maxLength={200}
            onChange={(event) => setEdits({ ...edits, name: event.target.value })}
            className="w-full rounded border border-line-strong bg-surface px-2 py-1.5"
          />
        </label>
        <MetricEditor
          metrics={report.metrics}
          edits={edits.metrics}
          onChange={(metrics) => setEdits({ ...edits, metrics })}
        />
      </Panel>
      <Panel
        title="Search space"
        lead="What a row has to fit, and what is built and searched later. Rows that fit again come back."
      >
        {numPredictors > 0 ? (
          <Note title="The search space is in use">
            <p>
              {formatCount(numPredictors, "predictor rests", "predictors rest")} on it, as designs saved in
              Build do. Delete them on{" "}
              <Link href={`/datasets/${id}/train`} className="text-accent underline">
                Train
              </Link>{" "}
              to change it, or import the file again as another dataset.
            </p>
          </Note>
        ) : (
          <div className="space-y-3">
            {problems.length > 0 ? (
              <Note tone="bad" title="This cannot be">
                <FileNotes notes={problems} />
              </Note>
            ) : (
              <LeftOutNote edits={edits.space} numLeftOut={leftOut.length} />
            )}
            <ProblemList issues={leftOut} />
            <SpaceEditor
              heading="h3"
              found={space}
              space={space}
              edits={edits.space}
              onChange={(next) => setEdits({ ...edits, space: next })}
            />
          </div>
        )}
      </Panel>
      <ApplyBar
        dataset={dataset}
        edits={edits}
        numLeft={dataset.numArchitectures - leftOut.length}
        isPossible={problems.length === 0}
        onDiscard={() => setEdits({})}
        onApplied={onApplied}
      />
    </div>
  );
}
