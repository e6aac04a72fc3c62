"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import type { Network } from "@/lib/core/blocks/network";
import { randomWeights } from "@/lib/core/blocks/weights";
import type { AssembledMetric } from "@/lib/core/export/archset";
import { writeOnnx } from "@/lib/core/export/onnx";
import { seededRandom } from "@/lib/core/random";
import { formatValue } from "@/lib/figures/format";
import { measureInWorker, type Measurement } from "@/lib/measure/measureInWorker";
import type { Backend } from "@/lib/measure/protocol";
import type { Latency } from "@/lib/measure/timeRuns";

const LABELS: Readonly<Record<Backend, string>> = {
  wasm: "WebAssembly, one thread",
  webgpu: "WebGPU",
};

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly done: number }
  | { readonly kind: "failed"; readonly message: string }
  | {
      readonly kind: "measured";
      readonly latency: Latency;
      readonly backend: Backend;
      readonly network: Network;
    };

/** Runs the network in this browser and notes its latency; the worker is ended when the network changes. */
export function MeasureHere({
  network,
  onMeasured,
}: {
  network: Network;
  onMeasured: (measured: AssembledMetric) => void;
}) {
  const [backend, setBackend] = useState<Backend>("wasm");
  const [state, setState] = useState<State>({ kind: "idle" });
  const running = useRef<Measurement | null>(null);
  useEffect(
    () => () => {
      running.current?.cancel();
      setState((current) => (current.kind === "running" ? { kind: "idle" } : current));
    },
    [network],
  );
  const measure = async () => {
    setState({ kind: "running", done: 0 });
    try {
      const model = new Uint8Array(writeOnnx(network, randomWeights(network, seededRandom(0))));
      const { inputShape, inputType } = network;
      const measurement = measureInWorker({ model, inputShape, inputType, backend }, (done) =>
        setState({ kind: "running", done }),
      );
      running.current = measurement;
      const latency = await measurement.result;
      setState({ kind: "measured", latency, backend, network });
      onMeasured({ metric: metricOf(backend), value: latency.medianMs });
    } catch (error) {
      setState({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  const cancel = () => {
    running.current?.cancel();
    setState({ kind: "idle" });
  };
  return (
    <div className="grid min-w-0 gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">Measure here</span>
        {"gpu" in navigator && (
          <select
            aria-label="Runs on"
            className="rounded border border-line-strong bg-surface px-2 py-1"
            value={backend}
            disabled={state.kind === "running"}
            onChange={({ target }) => setBackend(target.value === "webgpu" ? "webgpu" : "wasm")}
          >
            <option value="wasm">{LABELS.wasm}</option>
            <option value="webgpu">{LABELS.webgpu}</option>
          </select>
        )}
        {state.kind === "running" ? (
          <Button onClick={cancel}>Cancel</Button>
        ) : (
          <Button onClick={() => void measure()}>Measure latency in this browser</Button>
        )}
      </div>
      {state.kind === "running" && <ProgressBar label="Measuring" fraction={state.done} />}
      {state.kind === "failed" && (
        <Note tone="bad" title={`It could not be measured: ${state.message}`}>
          <p>{backend === "webgpu" ? "WebAssembly may still run it." : "Try again, or another template."}</p>
        </Note>
      )}
      {state.kind === "measured" && state.network === network && (
        <p role="status">
          <strong>{formatValue(state.latency.medianMs)} ms</strong> for one input on {LABELS[state.backend]}:
          the median of {state.latency.numTimes} timings after 10 warm-ups; half of them lie between{" "}
          {formatValue(state.latency.lowMs)} and {formatValue(state.latency.highMs)} ms. The JSON of the
          architecture now has it as {metricOf(state.backend).label}.
        </p>
      )}
    </div>
  );
}

const metricOf = (backend: Backend): AssembledMetric["metric"] => ({
  name: `latency_browser_${backend}`,
  label: `latency_browser_${backend}`,
  unit: "ms",
  goal: "min",
});
