"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import type { RejectedRow } from "@/lib/core/dataset";
import { formatCount } from "@/lib/figures/format";
import { rejectedCsv } from "@/lib/core/export/rejectedRows";

const ROW_HEIGHT = 44;

type Download = "idle" | "pending" | { readonly message: string };

type RejectedRowsProps = {
  rows: readonly RejectedRow[];
  /** Of all; `rows` may be only the first of them. */
  numRejected: number;
  fileName: string;
  /** Gives all of them as CSV where `rows` are only the first. */
  readAll: () => Promise<Blob>;
};

/** Every rejected row with its reason and its text, to read and to take away. */
export function RejectedRows({ rows, numRejected, fileName, readAll }: RejectedRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const isPart = rows.length < numRejected;
  const [download, setDownload] = useState<Download>("idle");
  const save = async () => {
    setDownload("pending");
    try {
      const csv = isPart ? await readAll() : new Blob([rejectedCsv(rows)], { type: "text/csv" });
      saveBlob(csv, `${fileName} rejected rows.csv`);
      setDownload("idle");
    } catch (error) {
      setDownload({ message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className="mt-3">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">{formatCount(numRejected, "rejected row")}</h3>
        <Button disabled={download === "pending"} onClick={() => void save()}>
          {download === "pending" ? "Collecting all rejected rows" : "Download rejected rows (CSV)"}
        </Button>
      </div>
      {isPart && (
        <p className="mb-1 text-muted">
          The first {formatCount(rows.length, "row")} are listed; the download has all of them, each with its
          reason.
        </p>
      )}
      {download !== "idle" && download !== "pending" && (
        <p role="alert" className="mb-1 text-bad">
          They could not be downloaded: {download.message}
        </p>
      )}
      <div
        ref={box}
        tabIndex={0}
        role="list"
        aria-label="Rejected rows"
        className="max-h-72 overflow-auto rounded border border-line"
      >
        <div className="relative min-w-120" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={index}
                role="listitem"
                className="absolute inset-x-0 border-b border-line px-3 py-1"
                style={{ top: start, height: size }}
              >
                <p className="truncate" title={`${row.field}: ${row.message}`}>
                  <span className="text-muted">Row {row.row}</span> {row.field && `${row.field}: `}
                  {row.message}
                </p>
                <p className="truncate font-mono text-xs text-muted" title={row.text}>
                  {row.text}
                </p>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
