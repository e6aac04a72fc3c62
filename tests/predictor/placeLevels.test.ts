import { describe, expect, it } from "vitest";
import type { Module } from "@/lib/core/module";
import { sequenceModule } from "@/lib/core/module";
import { mean } from "@/lib/core/stats";
import { forest, ridge } from "@/lib/predictor/baselines/method";
import { moduleGp } from "@/lib/predictor/moduleGp/method";
import { createPlaceShifts } from "@/lib/predictor/placeLevels";
import type { Predictor } from "@/lib/predictor/predictor";
import { sampleProblem } from "./combined/samples";
import { plant, plantedSpace } from "./plantedData";
import { position } from "./plantedTruths";

/** Few enough that all of them are tried in every place. */
const data = plant(position, { seed: 4, numRows: 40, noise: 0.2 });
const rows = data.problem.architectures;

const meanScore = async (predictor: Predictor, modules: readonly Module[]): Promise<number> =>
  mean((await predictor.scoreModules(modules)).map(({ score }) => score));

describe.each([ridge, forest, moduleGp])("module scores of $label", (method) => {
  it("have one mean in every unit and place, that of the measured rows' predictions, so that places compare", async () => {
    const predictor = await method.fit(data.problem, method.defaults, {});
    const level = mean((await predictor.predict(rows)).map(({ value }) => value));
    for (const unitIndex of plantedSpace.units.keys()) {
      const units = rows.map(({ units: held }) => sequenceModule(unitIndex, held[unitIndex] ?? []));
      expect(await meanScore(predictor, units)).toBeCloseTo(level, 6);
    }
    const second = rows.map(({ units }): Module => ({
      unitIndex: 1,
      layers: [1],
      nodes: units[1]?.[1] ? [units[1][1]] : [],
    }));
    expect(await meanScore(predictor, second)).toBeCloseTo(level, 6);
  });
});

it("a whole cell is moved nowhere, nor a place that no measured architecture has", () => {
  const shift = createPlaceShifts(
    plantedSpace,
    rows,
    data.problem.targets,
    () => [1],
    () => [5],
  );
  expect(
    shift({
      unitIndex: 0,
      layers: [0, 1],
      nodes: [
        [0, 0],
        [0, 0],
      ],
    }),
  ).toEqual(Float64Array.of(4));
  expect(shift({ unitIndex: 0, layers: [2], nodes: [[0, 0]] })).toBeNull();
  const { problem } = sampleProblem("cell", 20);
  const [cell] = problem.architectures;
  const nodes = cell?.units[0] ?? [];
  const whole = { unitIndex: 0, layers: [...nodes.keys()], nodes };
  const ofCells = createPlaceShifts(
    problem.space,
    problem.architectures,
    problem.targets,
    () => [1],
    () => [5],
  );
  expect(ofCells(whole)).toBeNull();
  expect(ofCells({ ...whole, layers: [0], nodes: nodes.slice(0, 1) })).toEqual(Float64Array.of(4));
});
