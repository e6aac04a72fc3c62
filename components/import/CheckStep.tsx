import { Panel } from "@/components/ui/Panel";
import type { UploadResult } from "@/lib/api/contracts";
import type { ImportPlan } from "@/lib/core/formats/importPlan";
import type { SearchSpace } from "@/lib/core/searchSpace";
import {
  columnsLine,
  columnsToDecide,
  duplicatesLine,
  notesLine,
  rowsLine,
  rowsToSee,
  spaceLine,
} from "./checkWords";
import { ColumnTable } from "./ColumnTable";
import { DuplicatesChoice } from "./DuplicatesChoice";
import { FileNotes } from "./FileNotes";
import { withDuplicates } from "./importPlanEdits";
import { ProblemList } from "./ProblemList";
import { fileNotes } from "./problems";
import { RejectedRows } from "./RejectedRows";
import { LeftOutNote } from "./LeftOutNote";
import { SpaceEditor } from "./SpaceEditor";
import { Topic } from "./Topic";

type CheckStepProps = {
  result: UploadResult;
  /** The search space, and how many rows were rejected, before it was edited by hand. */
  found: { readonly space: SearchSpace; readonly rejected: number };
  fileName: string;
  readAllRejected: () => Promise<Blob>;
  plan: ImportPlan;
  onChange: (plan: ImportPlan) => void;
};

/** Step 2: topic by topic how the file was read; all of it can be changed, little of it has to be. */
export function CheckStep(props: CheckStepProps) {
  const { result, found, fileName, readAllRejected, plan, onChange } = props;
  const { report, preview, rejected } = result;
  const notes = fileNotes(report.issues);
  return (
    <Panel title="2. Check" lead="Open a line to change how it is read; the file is read again at once.">
      <div className="space-y-2">
        <Topic title="Columns" line={columnsLine(report)} toDecide={columnsToDecide(report)}>
          <ColumnTable report={report} plan={plan} onChange={onChange} />
        </Topic>
        <Topic title="Search space" line={spaceLine(preview.space)}>
          <LeftOutNote edits={plan.space} numLeftOut={report.rejected - found.rejected} />
          <SpaceEditor
            found={found.space}
            space={preview.space}
            edits={plan.space}
            onChange={(space) => onChange({ ...plan, space })}
          />
        </Topic>
        {report.duplicates > 0 && (
          <Topic
            title="Duplicates"
            line={duplicatesLine(report)}
            toDecide={plan.duplicates === undefined ? "keep or merge" : null}
          >
            <DuplicatesChoice
              report={report}
              rule={plan.duplicates ?? "keep"}
              onChange={(rule) => onChange(withDuplicates(plan, rule))}
            />
          </Topic>
        )}
        <Topic title="Rows" line={rowsLine(report)} toDecide={rowsToSee(report)}>
          {report.rejected > 0 ? (
            <>
              <ProblemList issues={report.issues} />
              <RejectedRows
                rows={rejected}
                numRejected={report.rejected}
                fileName={fileName}
                readAll={readAllRejected}
              />
            </>
          ) : (
            <p className="text-muted">Every row of the file can be used.</p>
          )}
        </Topic>
        {notes.length > 0 && (
          <Topic title="Notes" line={notesLine(notes)}>
            <FileNotes notes={notes} />
          </Topic>
        )}
      </div>
    </Panel>
  );
}
