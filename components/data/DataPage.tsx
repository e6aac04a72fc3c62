"use client";

import { EmptyState } from "@/components/ui/EmptyState";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { useWorkspace } from "@/components/workspace/workspace";
import { DataExplorer } from "./DataExplorer";
import { DataSummary } from "./DataSummary";

/** What was measured: every architecture of the dataset, in a table and in figures that filter it. */
export function DataPage() {
  const { dataset, architectures } = useWorkspace();
  return (
    <div className="space-y-4">
      <DataSummary dataset={dataset} />
      {architectures.status === "loading" && (
        <div className="space-y-2">
          <p role="status">Loading {dataset.numArchitectures.toLocaleString("en")} architectures</p>
          <ProgressBar label="Loading architectures" fraction={architectures.fraction ?? null} />
        </div>
      )}
      {architectures.status === "failed" && (
        <Note tone="bad" title="The architectures could not be loaded">
          <p>{architectures.message}</p>
          <p>Reload the page to try again.</p>
        </Note>
      )}
      {architectures.status === "ready" &&
        (architectures.value.length === 0 ? (
          <EmptyState title="This dataset has no architectures">
            It may have been deleted meanwhile. Import its file again from the list of datasets.
          </EmptyState>
        ) : (
          <DataExplorer dataset={dataset} architectures={architectures.value} />
        ))}
    </div>
  );
}
