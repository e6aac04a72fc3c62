"use client";

import { useId, useState } from "react";
import { JoinSteps } from "@/components/import/join/JoinSteps";
import { useExploration } from "@/components/explore/exploration";
import { buttonClass } from "@/components/ui/Button";
import { useRetrainingOfPage } from "./retraining";

/** Takes a filled-in list: it joins the dataset, and its predictors are trained again at once. */
export function AddMeasured() {
  const { dataset } = useExploration();
  const { afterJoin } = useRetrainingOfPage();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  return (
    <div className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.json,.jsonl,.txt,.gz,.zip"
          className="peer sr-only"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            // The same file may be chosen again, after it was mended.
            event.target.value = "";
          }}
        />
        <label
          htmlFor={id}
          className={`${buttonClass("plain")} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent`}
        >
          Add the filled-in list
        </label>
        <span className="min-w-0 flex-1 basis-72 text-muted">
          {file === null
            ? "Rows without a measurement may stay in it. What predicted the list is trained again with what came out."
            : file.name}
        </span>
      </div>
      {file !== null && (
        <JoinSteps
          key={`${file.name} ${file.size} ${file.lastModified}`}
          file={file}
          dataset={dataset}
          onJoined={afterJoin}
          action={{
            title: "2. Add and train again",
            lead: `Adds to ${dataset.name}, then trains what predicted the list again: the same kind, target, settings and seed.`,
            label: "Add and train again",
          }}
        />
      )}
    </div>
  );
}
