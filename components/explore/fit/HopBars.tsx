"use client";

import { useCallback } from "react";
import { useThemeColours } from "@/components/data/useThemeColours";
import { HopSrcc } from "@/components/train/HopSrcc";
import type { NodeMeasure } from "@/lib/core/predictorKinds";
import { hopBarsDrawing } from "@/lib/figures/hopBarsDrawing";
import { formatSrcc } from "@/lib/figures/trust";
import { drawShapes } from "../leave/drawShapes";
import { TakeAlong } from "../leave/TakeAlong";

type HopBarsProps = { hopSrcc: readonly number[]; measure: NodeMeasure };

/** How well each hop alone ranks, to be taken along; the bars on the page are a table. */
export function HopBars({ hopSrcc, measure }: HopBarsProps) {
  const { ink, accent } = useThemeColours();
  const drawing = useCallback(
    () => drawShapes(hopBarsDrawing(hopSrcc, "Rank correlation (SRCC) by hop, held-out rows", accent), ink),
    [hopSrcc, ink, accent],
  );
  const rows = useCallback(
    () => ({
      caption: "Rank correlation (SRCC) by hop, held-out rows",
      columns: ["hop", "SRCC"],
      rows: hopSrcc.map((srcc, hop) => [String(hop), formatSrcc(srcc)]),
    }),
    [hopSrcc],
  );
  return (
    <>
      <TakeAlong name="hops" drawing={drawing} rows={rows} />
      <HopSrcc hopSrcc={hopSrcc} measure={measure} />
    </>
  );
}
