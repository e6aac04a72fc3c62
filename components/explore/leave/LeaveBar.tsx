"use client";

import { Button } from "@/components/ui/Button";
import { formatCount } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";
import { useExploration, type Exploration } from "../exploration";
import type { Lens } from "../questions";
import { collectFigures, coloursOf, linesOf } from "./collectView";
import { CopyButton } from "./CopyButton";
import { permalink } from "./link";
import { saveText } from "./saveFile";
import { viewHtml } from "./viewHtml";

/** Takes the whole view along: as an address that brings it back, or as a file that needs nothing else. */
export function LeaveBar({ lens }: { lens: Lens }) {
  const exploration = useExploration();
  return (
    <div className="flex flex-wrap items-center gap-2" role="group" aria-label="Take this view along">
      <CopyButton
        look="quiet"
        label="Copy link to this view"
        className="text-xs"
        text={() => permalink(window.location.href, exploration.opened.id)}
      />
      <Button
        look="quiet"
        className="text-xs"
        onClick={() => saveText(`explore-${lens.id}.html`, htmlOf(lens, exploration), "text/html")}
      >
        Save view as one HTML file
      </Button>
    </div>
  );
}

function htmlOf(lens: Lens, { dataset, opened }: Exploration): string {
  const { metrics } = opened.file;
  const panel = (name: string): Element | null =>
    [...document.querySelectorAll("main section, section")].find(
      (section) =>
        section.getAttribute("aria-label") === name || section.querySelector("h2")?.textContent === name,
    ) ?? null;
  return viewHtml({
    title: `${lens.question} ${dataset.name}`,
    paragraphs: [
      ...lens.reading,
      `Predictor ${opened.name}: target ${opened.file.target}, trained on ${formatCount(metrics.numTrain, "row")}, held-out SRCC ${formatSrcc(metrics.srcc)}.`,
    ],
    figures: collectFigures(),
    sections: [
      {
        title: "What the figures rest on",
        lines: [...document.querySelectorAll('[aria-label="What this figure rests on"] > span')].map(
          ({ textContent }) => textContent.trim(),
        ),
      },
      { title: "Pinned module", lines: linesOf(panel("Pinned module")) },
      { title: "Faults of the data", lines: linesOf(panel("Faults of the data")) },
    ].filter(({ lines }) => lines.length > 0),
    link: permalink(window.location.href, opened.id),
    colours: coloursOf(document.body),
  });
}
