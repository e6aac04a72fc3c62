"use client";

import Image from "next/image";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { ChoiceTabs } from "@/components/explore/ChoiceTabs";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { useBuild } from "./build";
import { downloadText } from "./downloadText";
import { useExportFiles } from "./useExportFiles";

const KINDS = ["json", "svg"] as const;

/** Shows the file before it is taken. */
export function ExportPanel() {
  const { issues } = useBuild();
  const [kind, setKind] = useQueryState(
    "export",
    parseAsStringLiteral(KINDS).withDefault("json").withOptions({ history: "replace" }),
  );
  const files = useExportFiles();
  return (
    <Panel
      title="Export"
      lead="The JSON holds the architecture in feature values and in the source's own notation, with what predicted it; it can be uploaded again."
    >
      {files === null ? (
        <p className="text-muted">
          {issues.length > 0
            ? `A complete draft can be exported. Still missing: ${issues.map(({ message }) => message).join("; ")}.`
            : "Predicting first, because the file says what was predicted."}
        </p>
      ) : (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <ChoiceTabs
              legend="File"
              choices={KINDS.map((value) => ({ value, label: value.toUpperCase() }))}
              value={kind}
              onChange={(next) => void setKind(next)}
            />
            <Button look="primary" onClick={() => downloadText(files[kind])}>
              Download {kind.toUpperCase()}
            </Button>
          </div>
          <p className="text-xs text-muted">{files[kind].name}</p>
          {kind === "svg" ? (
            <div className="max-h-96 overflow-auto rounded border border-line bg-white">
              {/* The file itself, drawn as an image: what is seen here is what is taken. */}
              <DataImage text={files.svg.text} />
            </div>
          ) : (
            <pre
              tabIndex={0}
              aria-label="Preview of the JSON file"
              className="max-h-96 overflow-auto rounded border border-line bg-sunken p-3 font-mono text-xs"
            >
              {files.json.text}
            </pre>
          )}
        </div>
      )}
    </Panel>
  );
}

function DataImage({ text }: { text: string }) {
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  // Its size is that of the file; the zeros only say that the page does not know it.
  return (
    <Image
      src={address}
      unoptimized
      width={0}
      height={0}
      alt="Preview of the SVG file"
      className="h-auto w-auto max-w-none"
    />
  );
}
