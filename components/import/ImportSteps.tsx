"use client";

import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { CheckStep } from "./CheckStep";
import { ImportError } from "./ImportError";
import { RecognisedStep } from "./RecognisedStep";
import { StoreStep } from "./StoreStep";
import { useImport } from "./useImport";

/** The three steps of one file. */
export function ImportSteps({ file, onStored }: { file: File; onStored: (id: string) => void }) {
  const { state, readAgain, store, cancel } = useImport(file, onStored);
  switch (state.step) {
    case "reading":
      return <Sending label={`Reading ${file.name}`} sent={state.sent} onCancel={cancel} />;
    case "stopped":
      return (
        <Note title="Reading was cancelled">
          <p className="mb-2">The file is still chosen.</p>
          <Button onClick={readAgain}>Read it again</Button>
        </Note>
      );
    case "failed":
      return <ImportError error={state.error} fileName={file.name} onRetry={readAgain} />;
    case "recognised":
      return (
        <>
          <RecognisedStep result={state.result} />
          <CheckStep result={state.result} fileName={file.name} />
          <StoreStep
            fileName={file.name}
            numAccepted={state.result.report.accepted}
            numRejected={state.result.report.rejected}
            storing={state.storing}
            error={state.storeError}
            onStore={(name) => void store(name)}
            onCancel={cancel}
          />
        </>
      );
  }
}

type SendingProps = { label: string; sent: number; onCancel: () => void };

/** Progress while the file travels; what the server does with it then takes a moment of unknown length. */
function Sending({ label, sent, onCancel }: SendingProps) {
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">{sent < 1 ? `${label}: ${Math.round(sent * 100)} % sent` : label}</p>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <ProgressBar label={label} fraction={sent < 1 ? sent : null} />
    </div>
  );
}
