import { useCallback } from "react";
import { joinFile } from "@/lib/api/client";
import type { JoinKey, JoinResult } from "@/lib/api/contracts";
import type { ImportPlan } from "@/lib/core/formats/importPlan";
import { NO_PLAN } from "../importPlanEdits";
import { useDryRun, type DryRunOptions } from "../useDryRun";
import { refuseTooLarge } from "../useImport";
import { useSending } from "../useSending";

export type JoinPlan = { readonly by: JoinKey; readonly plan: ImportPlan };

// Ids may be row numbers that two files share by chance; architectures say what they are.
const START: JoinPlan = { by: "architecture", plan: NO_PLAN };

/** The dataset as it would be with the file, and joining it. One file for the life of the component. */
export function useJoin(datasetId: string, file: File, onJoined: () => void) {
  const sending = useSending();
  const read = useCallback(
    async ({ by, plan }: JoinPlan, options: DryRunOptions): Promise<JoinResult> => {
      await refuseTooLarge(file, options);
      return joinFile(datasetId, file, { by, plan, dryRun: true, ...options });
    },
    [datasetId, file],
  );
  const join = ({ by, plan }: JoinPlan) =>
    sending.start(async (options) => {
      await joinFile(datasetId, file, { by, plan, ...options });
      onJoined();
    });
  return { reading: useDryRun(START, read), sending, join };
}
