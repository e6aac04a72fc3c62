import { useMemo } from "react";
import { formatValue } from "@/lib/figures/format";
import { sharedExtent, type FitSet } from "@/lib/figures/fitSets";
import { FigureTable } from "../FigureTable";
import { FitPlot } from "./FitPlot";

type FitFigureProps = {
  sets: readonly FitSet[];
  /** Short, for the axes: `%`. */
  unit: string;
  selected: string | null;
  onPick?: (id: string) => void;
};

/** The parts of the rows beside each other on the same axes. */
export function FitFigure({ sets, unit, selected, onPick }: FitFigureProps) {
  const range = useMemo(() => sharedExtent(sets), [sets]);
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        {sets.map((set) => (
          <FitPlot key={set.name} set={set} range={range} unit={unit} selected={selected} onPick={onPick} />
        ))}
      </div>
      <FigureTable
        table={() => ({
          caption: "Predicted and measured targets",
          columns: ["rows", "architecture", "measured", "predicted", "predicted minus measured"],
          rows: sets.flatMap(({ name, fitted }) =>
            fitted.map(({ id, measured, predicted }) => [
              name,
              id ?? "not named in the predictor",
              formatValue(measured),
              formatValue(predicted),
              formatValue(predicted - measured),
            ]),
          ),
        })}
      />
    </>
  );
}
