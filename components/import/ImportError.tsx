import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import type { ApiError } from "@/lib/api/client";
import type { Issue, RejectedRow } from "@/lib/core/dataset";
import { ProblemList } from "./ProblemList";
import { RejectedRows } from "./RejectedRows";

type Advice = { readonly title: string; readonly mend: string };

const ADVICE: Readonly<Partial<Record<ApiError["code"], Advice>>> = {
  too_large: {
    title: "The file is too large",
    mend: "Leave out columns or rows that are not needed and choose it again, or start Archwright with a larger ARCHWRIGHT_MAX_UPLOAD_MB.",
  },
  unknown_format: {
    title: "The file was not recognised",
    mend: "Mend the file and choose it again, or choose another one.",
  },
  nothing_usable: {
    title: "No row can be used",
    mend: "Each row's reason is below. Mend the file and choose it again.",
  },
  unreachable: {
    title: "Archwright does not answer",
    mend: "Start it again in its terminal, then try again. The file is still chosen.",
  },
};

const OTHERWISE: Advice = {
  title: "The file could not be imported",
  mend: "Nothing was stored. Try again, or choose another file.",
};

type ImportErrorProps = {
  error: ApiError;
  fileName: string;
  onRetry: () => void;
  readAllRejected: () => Promise<Blob>;
  /** Other ways out, such as reading it as another format. */
  children?: React.ReactNode;
};

/** The same file would fail the same way again. */
const LIES_IN_THE_FILE: ReadonlySet<ApiError["code"]> = new Set([
  "too_large",
  "unknown_format",
  "nothing_usable",
]);

/** Why a file was not taken, where it is wrong, and how to mend it. */
export function ImportError({ error, fileName, onRetry, readAllRejected, children }: ImportErrorProps) {
  const { title, mend } = ADVICE[error.code] ?? OTHERWISE;
  const { issues, rejected, numRejected = rejected.length } = detailsOf(error);
  return (
    <>
      <Note tone="bad" title={title}>
        <p className="break-words">{error.message}</p>
        <p>{mend}</p>
        {canBeReadOtherwise(error) && children}
        {!LIES_IN_THE_FILE.has(error.code) && (
          <Button className="mt-2" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Note>
      {rejected.length > 0 && (
        <Panel title="What is wrong with the rows">
          <ProblemList issues={issues} />
          <RejectedRows
            rows={rejected}
            numRejected={numRejected}
            fileName={fileName}
            readAll={readAllRejected}
          />
        </Panel>
      )}
    </>
  );
}

const canBeReadOtherwise = ({ code }: ApiError): boolean =>
  code === "unknown_format" || code === "nothing_usable";

type Details = {
  readonly issues: readonly Issue[];
  /** At most 1,000. */
  readonly rejected: readonly RejectedRow[];
  readonly numRejected?: number;
};

/** Only an error of the importer brings rows. */
const detailsOf = ({ details }: ApiError): Details =>
  hasRows(details) ? details : { issues: [], rejected: [] };

const hasRows = (details: unknown): details is Details =>
  typeof details === "object" &&
  details !== null &&
  "issues" in details &&
  "rejected" in details &&
  Array.isArray(details.issues) &&
  Array.isArray(details.rejected);
