import { useMemo } from "react";
import { formatValue } from "@/lib/figures/format";
import { sharedExtent, type FitSet } from "@/lib/figures/fitSets";
import { FigureFrame } from "../FigureFrame";
import type { FigureRows } from "../FigureTable";
import { FitPlot } from "./FitPlot";

type FitFigureProps = {
  sets: readonly FitSet[];
  /** Short, for the axes: `%`. */
  unit: string;
  selected: string | null;
  /** Ids of architectures that hold what is selected elsewhere. */
  linked: ReadonlySet<string>;
  onPick?: (id: string) => void;
};

/** The parts of the rows beside each other on the same axes, each to be taken along. */
export function FitFigure({ sets, unit, selected, linked, onPick }: FitFigureProps) {
  const range = useMemo(() => sharedExtent(sets), [sets]);
  return (
    <>
      <p className="mb-3 text-xs text-muted">
        Press a point to select its architecture. By keyboard: left and right move by measured value, up and
        down by how far the prediction is too high or too low, Enter selects.{" "}
        {linked.size > 0 && "Larger and dark: architectures that hold what is selected."}
      </p>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-4">
        {sets.map((set) => (
          <FigureFrame
            key={set.name}
            fileName={`fit-${set.name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.svg`}
            legend={null}
            table={() => rowsOf(set)}
          >
            <FitPlot
              set={set}
              range={range}
              unit={unit}
              selected={selected}
              linked={linked}
              onPick={onPick}
            />
          </FigureFrame>
        ))}
      </div>
    </>
  );
}

const rowsOf = ({ name, fitted }: FitSet): FigureRows => ({
  caption: `${name}: predicted and measured targets`,
  columns: ["architecture", "measured", "predicted", "predicted minus measured"],
  rows: fitted.map(({ id, measured, predicted }) => [
    id ?? "not named in the predictor",
    formatValue(measured),
    formatValue(predicted),
    formatValue(predicted - measured),
  ]),
});
