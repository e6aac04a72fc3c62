import { useCallback } from "react";
import { ApiError, getHealth, uploadDataset } from "@/lib/api/client";
import type { UploadResult } from "@/lib/api/contracts";
import type { ImportPlan } from "@/lib/core/formats/importPlan";
import { NO_PLAN } from "./importPlanEdits";
import { useDryRun, type DryRunOptions } from "./useDryRun";
import { useSending } from "./useSending";

/** The file as it would be stored, and storing it. One file for the life of the component. */
export function useImport(file: File, onStored: (id: string) => void) {
  const sending = useSending();
  const read = useCallback(
    async (plan: ImportPlan, options: DryRunOptions): Promise<UploadResult> => {
      await refuseTooLarge(file, options);
      return uploadDataset(file, { dryRun: true, plan, ...options });
    },
    [file],
  );
  const store = (name: string, plan: ImportPlan) =>
    sending.start(async (options) => {
      const { id } = await uploadDataset(file, { name, plan, ...options });
      if (id !== null) onStored(id);
    });
  return { reading: useDryRun(NO_PLAN, read), sending, store };
}

/** One that is too large is refused before it is sent for nothing. */
export async function refuseTooLarge(file: File, options: Pick<DryRunOptions, "signal">): Promise<void> {
  const { maxUploadBytes } = await getHealth(options);
  if (file.size > maxUploadBytes)
    throw new ApiError(
      "too_large",
      `${file.name} has ${megabytes(file.size)}; the limit is ${megabytes(maxUploadBytes)}.`,
    );
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1).replace(/\.0$/, "")} MB`;
