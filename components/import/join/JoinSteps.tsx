"use client";

import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { rejectedOfJoin } from "@/lib/api/client";
import type { DatasetDetail } from "@/lib/api/contracts";
import { columnsLine, columnsToDecide, notesLine } from "../checkWords";
import { ColumnTable } from "../ColumnTable";
import { FileNotes } from "../FileNotes";
import { ImportError } from "../ImportError";
import { ProblemList } from "../ProblemList";
import { fileNotes } from "../problems";
import { ReadingProgress } from "../ReadingProgress";
import { RejectedRows } from "../RejectedRows";
import { RereadBar } from "../RereadBar";
import { Topic } from "../Topic";
import { JoinKeyChoice } from "./JoinKeyChoice";
import { JoinSum } from "./JoinSum";
import { useJoin } from "./useJoin";
import { ReadingCancelled } from "../ReadingCancelled";

/** Words of the last step, where joining is not all that it does. */
export type JoinAction = { readonly title: string; readonly lead: string; readonly label: string };

type JoinStepsProps = { file: File; dataset: DatasetDetail; onJoined: () => void; action?: JoinAction };

/** What would join, how rows find each other, and the join itself. */
export function JoinSteps({ file, dataset, onJoined, action = joinAction(dataset) }: JoinStepsProps) {
  const { reading, sending, join } = useJoin(dataset.id, file, onJoined);
  const { plan, shown, pending, error, change, cancel, retry } = reading;
  const keyChoice = <JoinKeyChoice by={plan.by} onChange={(by) => change({ ...plan, by })} />;
  if (shown === null) {
    if (pending !== null)
      return <ReadingProgress label={`Reading ${file.name}`} progress={pending} onCancel={cancel} />;
    if (error !== null)
      return (
        <ImportError
          error={error}
          fileName={file.name}
          onRetry={retry}
          readAllRejected={() => rejectedOfJoin(dataset.id, file, plan)}
        >
          <div className="mt-2">{keyChoice}</div>
        </ImportError>
      );
    return <ReadingCancelled onReadAgain={retry} />;
  }
  const { result } = shown;
  const { report, rejected, numRejected } = result;
  const notes = fileNotes(report.issues);
  const addsNothing = result.added + result.matched === 0;
  return (
    <>
      <Panel title="1. Check" lead={<JoinSum result={result} metrics={report.metrics} />}>
        <div className="space-y-3">
          {keyChoice}
          <Topic title="Columns" line={columnsLine(report)} toDecide={columnsToDecide(report)}>
            <ColumnTable
              report={report}
              plan={plan.plan}
              onChange={(next) => change({ ...plan, plan: next })}
            />
          </Topic>
          {numRejected > 0 && (
            <Topic
              title="Rows"
              line={`${numRejected.toLocaleString("en")} rejected`}
              toDecide="look at the reasons"
            >
              <ProblemList issues={rejected} />
              <RejectedRows
                rows={rejected}
                numRejected={numRejected}
                fileName={file.name}
                readAll={() => rejectedOfJoin(dataset.id, file, shown.plan)}
              />
            </Topic>
          )}
          {notes.length > 0 && (
            <Topic title="Notes" line={notesLine(notes)}>
              <FileNotes notes={notes} />
            </Topic>
          )}
        </div>
      </Panel>
      <Panel title={action.title} lead={action.lead}>
        <Button
          look="primary"
          disabled={addsNothing || pending !== null || error !== null || sending.progress !== null}
          onClick={() => join(shown.plan)}
        >
          {action.label}
        </Button>
        {addsNothing && <p className="mt-1 text-muted">No row of this file could join.</p>}
        {sending.progress !== null && (
          <div className="mt-3">
            <ReadingProgress label="Joining" progress={sending.progress} onCancel={sending.cancel} />
          </div>
        )}
        {sending.error !== null && (
          <div className="mt-3">
            <Note tone="bad" title="The file did not join">
              <p>{sending.error.message}</p>
              <p>The dataset is as it was.</p>
            </Note>
          </div>
        )}
      </Panel>
      <RereadBar reading={reading} />
    </>
  );
}

const joinAction = ({ name }: DatasetDetail): JoinAction => ({
  title: "2. Join",
  lead: `Adds to ${name}; its predictors keep what they learned from.`,
  label: "Join the file",
});
