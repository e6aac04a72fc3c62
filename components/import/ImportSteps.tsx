"use client";

import { useState } from "react";
import { rejectedOfFile } from "@/lib/api/client";
import type { UploadResult } from "@/lib/api/contracts";
import type { Candidate } from "@/lib/core/dataset";
import type { ImportPlan } from "@/lib/core/formats/importPlan";
import { CheckStep } from "./CheckStep";
import { FirstRowChoice } from "./FirstRowChoice";
import { FormatChoice } from "./FormatChoice";
import { ImportError } from "./ImportError";
import { firstRowOf, hasSpaceEdits, isDelimited, withFirstRow, withFormat } from "./importPlanEdits";
import { ReadingProgress } from "./ReadingProgress";
import { RecognisedStep } from "./RecognisedStep";
import { RereadBar } from "./RereadBar";
import { StoreStep } from "./StoreStep";
import type { Shown } from "./useDryRun";
import { useImport } from "./useImport";
import { ReadingCancelled } from "./ReadingCancelled";

type ImportStepsProps = { file: File; readers: readonly Candidate[]; onStored: (id: string) => void };

/** The three steps of one file. */
export function ImportSteps({ file, readers, onStored }: ImportStepsProps) {
  const { reading, sending, store } = useImport(file, onStored);
  const { plan, shown, pending, error, change, cancel, retry } = reading;
  const found = useFound(shown);
  if (shown === null || found === null) {
    if (pending !== null)
      return <ReadingProgress label={`Reading ${file.name}`} progress={pending} onCancel={cancel} />;
    if (error !== null)
      return (
        <ImportError
          error={error}
          fileName={file.name}
          onRetry={retry}
          readAllRejected={() => rejectedOfFile(file, plan)}
        >
          <label className="mt-2 flex flex-wrap items-center gap-2">
            Read it as
            <FormatChoice
              format={plan.format ?? null}
              candidates={[]}
              readers={readers}
              onChange={(format) => change(withFormat(plan, format))}
            />
          </label>
          {isDelimited(file.name) && (
            <label className="mt-2 flex flex-wrap items-center gap-2">
              Its first row
              <FirstRowChoice
                firstRow={firstRowOf(plan, [])}
                onChange={(firstRow) => change(withFirstRow(plan, firstRow))}
              />
            </label>
          )}
        </ImportError>
      );
    return <ReadingCancelled onReadAgain={retry} />;
  }
  const { result } = shown;
  return (
    <>
      {/* What is tabbed to is scrolled clear of the account of rows below. */}
      <div className="space-y-4 lg:[&_*]:scroll-mb-40">
        <RecognisedStep
          result={result}
          fileName={file.name}
          readers={readers}
          plan={plan}
          onChange={change}
        />
        <CheckStep
          result={result}
          found={found}
          fileName={file.name}
          readAllRejected={() => rejectedOfFile(file, shown.plan)}
          plan={plan}
          onChange={change}
        />
      </div>
      <RereadBar reading={reading} />
      {/* In sight while the steps above are read: the account of rows, and the second click of two. */}
      <div className="lg:sticky lg:bottom-0 lg:z-10">
        <StoreStep
          fileName={file.name}
          report={result.report}
          waitsFor={waitWords(reading)}
          progress={sending.progress}
          error={sending.error}
          onStore={(name) => store(name, shown.plan)}
          onCancel={sending.cancel}
        />
      </div>
    </>
  );
}

const waitWords = ({ pending, error }: ReturnType<typeof useImport>["reading"]): string | null => {
  if (pending !== null) return "The file is being read with your changes.";
  return error === null ? null : "Your last change cannot be read; undo it first.";
};

/** The search space before it was edited by hand: the latest reading without edits of it. */
function useFound(shown: Shown<ImportPlan, UploadResult> | null) {
  const [found, setFound] = useState(shown);
  if (shown !== null && shown !== found && !hasSpaceEdits(shown.plan.space)) setFound(shown);
  const latest = shown !== null && !hasSpaceEdits(shown.plan.space) ? shown : found;
  return latest && { space: latest.result.preview.space, rejected: latest.result.report.rejected };
}
