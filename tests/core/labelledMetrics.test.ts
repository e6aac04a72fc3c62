import { expect, it } from "vitest";
import { metricsOf, withMetrics } from "@/lib/core/labelledMetrics";

const metrics = [{ name: "latency", label: "latency", unit: "ms", goal: "min" }] as const;
const row = (id: string, latency: number | null) => ({
  id,
  units: [],
  globals: [],
  row: 1,
  metrics: [latency],
});

it("a predictor's file carries the metrics of its labelled rows and of no other", () => {
  const file = { labelled: { architectures: [{ id: "b" }, { id: "a" }] } };
  expect(withMetrics(file, metrics, [row("a", 1), row("b", null), row("c", 3)]).labelledMetrics).toEqual({
    metrics,
    values: [[null], [1]],
  });
});

it("a file without metrics says so", () => expect(metricsOf({ labelled: {} })).toBeNull());
