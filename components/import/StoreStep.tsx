"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { ProgressBar } from "@/components/ui/ProgressBar";
import type { ApiError } from "@/lib/api/client";
import { formatCount } from "@/lib/figures/format";

const LONGEST_NAME = 200;

type StoreStepProps = {
  fileName: string;
  numAccepted: number;
  numRejected: number;
  storing: { readonly sent: number } | null;
  error: ApiError | null;
  onStore: (name: string) => void;
  onCancel: () => void;
};

/** Step 3: a name, and only then anything is kept. */
export function StoreStep(props: StoreStepProps) {
  const { fileName, numAccepted, numRejected, storing, error, onStore, onCancel } = props;
  const [name, setName] = useState(() => fileName.replace(/\.[^.]+$/, "").slice(0, LONGEST_NAME));
  const isNamed = name.trim() !== "";
  return (
    <Panel
      title="3. Store"
      lead={
        `Stores ${formatCount(numAccepted, "architecture")}` +
        (numRejected > 0
          ? ` and keeps the ${formatCount(numRejected, "rejected row")} with their reasons.`
          : ".")
      }
    >
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
            disabled={storing !== null}
            onChange={(event) => setName(event.target.value)}
            className="w-full rounded border border-line-strong bg-surface px-2 py-1.5"
          />
        </label>
        <Button type="submit" look="primary" disabled={!isNamed || storing !== null}>
          Store dataset
        </Button>
        {/* Once all is sent it is stored as a whole, and then it can be deleted from the list. */}
        {storing !== null && storing.sent < 1 && <Button onClick={onCancel}>Cancel</Button>}
      </form>
      {!isNamed && <p className="mt-1 text-bad">A dataset needs a name.</p>}
      {storing !== null && (
        <div className="mt-3 space-y-1">
          <p role="status">
            {storing.sent < 1 ? `Sending: ${Math.round(storing.sent * 100)} %` : "Storing the rows"}
          </p>
          <ProgressBar label="Storing the dataset" fraction={storing.sent < 1 ? storing.sent : null} />
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
