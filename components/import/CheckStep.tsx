import { FileNotes } from "./FileNotes";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import type { UploadResult } from "@/lib/api/contracts";
import { formatCount } from "@/lib/figures/format";
import { PreviewRows } from "./PreviewRows";
import { ProblemList } from "./ProblemList";
import { fileNotes } from "./problems";
import { RejectedRows } from "./RejectedRows";

/** Step 2: how the rows fared, none unaccounted for. */
export function CheckStep({ result, fileName }: { result: UploadResult; fileName: string }) {
  const { report, preview, rejected } = result;
  const notes = fileNotes(report.issues);
  return (
    <Panel title="2. Check" lead={<RowCounts report={report} />}>
      <div className="space-y-4">
        {notes.length > 0 && (
          <Note tone="warn" title="Worth knowing about this file">
            <FileNotes notes={notes} />
          </Note>
        )}
        <PreviewRows preview={preview} />
        {report.rejected > 0 && (
          <>
            <ProblemList issues={report.issues} />
            <RejectedRows rows={rejected} numRejected={report.rejected} fileName={fileName} />
          </>
        )}
      </div>
    </Panel>
  );
}

/** Counts that add up. */
function RowCounts({ report }: { report: UploadResult["report"] }) {
  const { numArchitectures, accepted, rejected, duplicates } = report;
  return (
    <>
      {formatCount(numArchitectures, "row")} read = {formatCount(accepted, "accepted", "accepted")} +{" "}
      {formatCount(rejected, "rejected", "rejected")}; measured more than once: {duplicates}
    </>
  );
}
