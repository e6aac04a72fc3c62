"use client";

import Link from "next/link";
import { buttonClass } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { useWorkspace } from "@/components/workspace/workspace";
import { Builder } from "./Builder";

/** Click an architecture together, and see after every click what it should reach. */
export function BuildPage() {
  return (
    <div className="grid gap-4">
      <h1 className="text-lg font-semibold">Build</h1>
      <BuildContent />
    </div>
  );
}

function BuildContent() {
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
        Building rests on a predictor: it says which modules are good and what a whole architecture should
        reach. Train one on this dataset, and the slots appear here.
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
  return <Builder dataset={dataset} architectures={architectures.value} opened={opened.value} />;
}
