"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { Note } from "@/components/ui/Note";
import { chooseFiles, forgetFile, useChosenFile, type ChosenFile } from "./chosenFile";
import { DropZone } from "./DropZone";
import { ImportSteps } from "./ImportSteps";

/** From a file to a dataset in three steps on one page: recognised, check, store. */
export function ImportPage() {
  const chosen = useChosenFile();
  const router = useRouter();
  const onStored = (id: string) => {
    router.push(`/datasets/${id}/data`);
    forgetFile();
  };
  return (
    <div className="mx-auto max-w-5xl space-y-4 p-4">
      <div>
        <h1 className="text-xl font-semibold">Import a file of evaluated architectures</h1>
        {chosen === null && (
          <p className="text-muted">
            A table with one row for each architecture: how it is built, and what was measured. Or look at a{" "}
            <Link href="/" className="text-accent underline">
              sample
            </Link>{" "}
            first.
          </p>
        )}
      </div>
      {chosen === null ? (
        <>
          <DropZone onFiles={chooseFiles} />
          <KnownFormats />
        </>
      ) : (
        <>
          <ChosenFileLine chosen={chosen} />
          <ImportSteps key={fileKey(chosen.file)} file={chosen.file} onStored={onStored} />
          <DropZone onFiles={chooseFiles} hasFile />
        </>
      )}
    </div>
  );
}

/** Another file, or the same one changed, starts the steps anew. */
const fileKey = ({ name, size, lastModified }: File): string => `${name} ${size} ${lastModified}`;

function ChosenFileLine({ chosen: { file, leftOut } }: { chosen: ChosenFile }) {
  return (
    <>
      <p>
        <span className="font-medium break-all">{file.name}</span>{" "}
        <span className="text-muted">({sizeWords(file.size)})</span>
      </p>
      {leftOut.length > 0 && (
        <Note tone="warn" title={`Only ${file.name} is imported`}>
          <p>
            One dataset comes from one file. Left out: {leftOut.slice(0, 5).join(", ")}
            {leftOut.length > 5 && ` and ${leftOut.length - 5} more`}. Import them one after the other.
          </p>
        </Note>
      )}
    </>
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 2 ** 20) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

/** What files may look like, by example. */
function KnownFormats() {
  return (
    <section aria-label="What files may look like" className="text-muted">
      <h2 className="font-medium text-ink">What files may look like</h2>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        <li>
          CSV with unit columns: <Code>u1,u2,accuracy</Code> and rows such as{" "}
          <Code>e4k7 e6k7,e3k5,0.907</Code>
        </li>
        <li>
          CSV or JSON with a once-for-all configuration:{" "}
          <Code>{"{'ks': [...], 'e': [...], 'd': [...]}"}</Code>
        </li>
        <li>
          NAS-Bench-201 strings: <Code>|nor_conv_3x3~0|+|...</Code>
        </li>
        <li>JSON that Archwright exported</li>
      </ul>
    </section>
  );
}

const Code = ({ children }: { children: React.ReactNode }) => (
  <code className="rounded bg-sunken px-1 font-mono text-[0.92em] break-all text-ink">{children}</code>
);
