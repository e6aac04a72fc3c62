"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import type { ApiError } from "@/lib/api/client";
import type { ImportProgress } from "@/lib/api/contracts";
import type { ImportReport } from "@/lib/core/dataset";
import { ReadingProgress } from "./ReadingProgress";
import { RowSum } from "./RowSum";

const LONGEST_NAME = 200;

type StoreStepProps = {
  fileName: string;
  report: ImportReport;
  /** Why it cannot be stored just now; null where it can. */
  waitsFor: string | null;
  progress: ImportProgress | null;
  error: ApiError | null;
  onStore: (name: string) => void;
  onCancel: () => void;
};

/** Step 3: the account of all rows, a name, and only then anything is kept. */
export function StoreStep(props: StoreStepProps) {
  const { fileName, report, waitsFor, progress, error, onStore, onCancel } = props;
  const [name, setName] = useState(() => nameOf(fileName));
  const isNamed = name.trim() !== "";
  return (
    <Panel title="3. Store" lead={<RowSum report={report} storedWords="to store" />}>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNamed) onStore(name.trim());
        }}
      >
        <label className="min-w-0 flex-1 basis-60">
          <span className="block text-muted">Name of the dataset</span>
          <input
            value={name}
            maxLength={LONGEST_NAME}
            disabled={progress !== null}
            onChange={(event) => setName(event.target.value)}
            className="w-full rounded border border-line-strong bg-surface px-2 py-1.5"
          />
        </label>
        <Button type="submit" look="primary" disabled={!isNamed || progress !== null || waitsFor !== null}>
          Store dataset
        </Button>
      </form>
      {!isNamed && <p className="mt-1 text-bad">A dataset needs a name.</p>}
      {waitsFor !== null && <p className="mt-1 text-muted">{waitsFor}</p>}
      {progress !== null && (
        <div className="mt-3">
          <ReadingProgress label="Storing" progress={progress} onCancel={onCancel} />
        </div>
      )}
      {error !== null && (
        <div className="mt-3">
          <Note tone="bad" title="The dataset was not stored">
            <p>{error.message}</p>
            <p>The file and its name are still here. Try again.</p>
          </Note>
        </div>
      )}
    </Panel>
  );
}

/** The file's name without its endings: `table.csv.gz` becomes `table`. */
const nameOf = (fileName: string): string =>
  (fileName.replace(/(\.[a-z]{1,6})?\.[^.]+$/i, "") || fileName).slice(0, LONGEST_NAME);
