import { numNodes, type EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import { metricTitle } from "./metricWords";

const ROW_NUMBER_WIDTH = 56;
const NARROWEST_ID = 80;
const WIDEST_ID = 150;
const ID_PADDING = 18;
/** Of a letter at the table's size. */
const LETTER_WIDTH = 7;
const NARROWEST_METRIC = 84;
const WIDEST_METRIC = 170;
const UNIT_GAP = 5;
const WIDEST_STRIP = 320;
const WIDEST_CELL = 10;
const NARROWEST_CELL = 3;

export type TableWidths = {
  /** CSS `grid-template-columns`. */
  readonly template: string;
  readonly total: number;
  /** Of one node in a strip. */
  readonly cellWidth: number;
};

/** The longest architecture and the longest id fit their columns where they can; heads are as wide as their titles. Pixels. */
export function tableWidths(
  architectures: readonly EvaluatedArchitecture[],
  metrics: readonly Metric[],
): TableWidths {
  let mostNodes = 1;
  let mostUnits = 1;
  let longestId = 0;
  for (const architecture of architectures) {
    longestId = Math.max(longestId, architecture.id.length);
    mostNodes = Math.max(mostNodes, numNodes(architecture));
    mostUnits = Math.max(mostUnits, architecture.units.length);
  }
  const gaps = (mostUnits - 1) * UNIT_GAP;
  const cellWidth = Math.max(
    NARROWEST_CELL,
    Math.min(WIDEST_CELL, Math.floor((WIDEST_STRIP - gaps) / mostNodes)),
  );
  const strip = Math.max(104, mostNodes * cellWidth + gaps + 18);
  const metricWidths = metrics.map((metric) => headWidth(metricTitle(metric)));
  const id = Math.min(WIDEST_ID, Math.max(NARROWEST_ID, longestId * LETTER_WIDTH + ID_PADDING));
  const fixed = [ROW_NUMBER_WIDTH, id, strip, ...metricWidths];
  return {
    template: fixed.map((width) => `minmax(${width}px, ${width}fr)`).join(" "),
    total: fixed.reduce((sum, width) => sum + width, 0),
    cellWidth,
  };
}

/** Titles take two lines; their longest word must fit into one. */
function headWidth(title: string): number {
  const longestWord = Math.max(...title.split(" ").map((word) => word.length));
  return Math.min(WIDEST_METRIC, Math.max(NARROWEST_METRIC, longestWord * LETTER_WIDTH + 28));
}

/** The position that a key moves the selection to; null for keys that move nothing. Without one it starts at the top. */
export function steppedPosition(
  key: string,
  position: number,
  numRows: number,
  rowsInSight: number,
): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: rowsInSight,
    PageUp: -rowsInSight,
    Home: -numRows,
    End: numRows,
  };
  const step = steps[key];
  if (step === undefined || numRows === 0) return null;
  return Math.min(numRows - 1, Math.max(0, position + step));
}
