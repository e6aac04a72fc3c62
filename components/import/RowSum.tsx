import type { ImportReport } from "@/lib/core/dataset";
import { formatCount, formatInteger } from "@/lib/figures/format";

type RowSumProps = {
  report: Pick<ImportReport, "numArchitectures" | "accepted" | "merged" | "rejected" | "failed">;
  /** `stored` once that is sure, `to store` before. */
  storedWords: string;
};

/** The account of all rows: read = stored + merged + rejected. */
export function RowSum({ report, storedWords }: RowSumProps) {
  const { numArchitectures, accepted, merged, rejected, failed } = report;
  return (
    <>
      <span className="font-medium text-ink">{formatCount(numArchitectures, "row")} read</span> ={" "}
      {formatInteger(accepted)} {storedWords} + {formatInteger(merged)} merged + {formatInteger(rejected)}{" "}
      rejected.
      {failed > 0 &&
        ` Of those ${storedWords}, ${formatCount(failed, "is a failed evaluation", "are failed evaluations")}, kept with ${
          failed === 1 ? "its" : "their"
        } status.`}
    </>
  );
}
