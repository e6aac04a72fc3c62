"use client";

import Link from "next/link";
import { useState } from "react";
import { buttonClass } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { useWorkspace } from "@/components/workspace/workspace";
import { DropZone } from "../DropZone";
import { useOpenAnew } from "../useOpenAnew";
import { JoinSteps } from "./JoinSteps";

/** A second file joins a dataset: new rows of the same space, or new metrics for rows that are there. */
export function JoinPage() {
  const { dataset } = useWorkspace();
  const onJoined = useOpenAnew(dataset.id);
  const [files, setFiles] = useState<readonly File[]>([]);
  const choose = (next: readonly File[]) => {
    if (next.length > 0) setFiles(next);
  };
  const [file, ...leftOut] = files;
  return (
    <div className="mx-auto max-w-5xl space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div>
          <h1 className="text-xl font-semibold">Add rows or metrics from another file</h1>
          <p className="text-muted">
            Rows of the file that are there already bring their metrics along; the others become new rows of{" "}
            {dataset.name}.
          </p>
        </div>
        <Link href={`/datasets/${dataset.id}/data`} className={buttonClass()}>
          Back to the data
        </Link>
      </div>
      {file !== undefined && (
        <>
          <p className="font-medium break-all">{file.name}</p>
          {leftOut.length > 0 && (
            <Note tone="warn" title={`Only ${file.name} joins`}>
              Join the others one after the other.
            </Note>
          )}
          <JoinSteps
            key={`${file.name} ${file.size} ${file.lastModified}`}
            file={file}
            dataset={dataset}
            onJoined={onJoined}
          />
        </>
      )}
      <DropZone onFiles={choose} hasFile={file !== undefined} />
    </div>
  );
}
