"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import type { Architecture } from "@/lib/core/architecture";
import type { Network } from "@/lib/core/blocks/network";
import type { Template } from "@/lib/core/blocks/templates/template";
import { randomWeights } from "@/lib/core/blocks/weights";
import type { LatencyBackend } from "@/lib/core/browserLatency";
import { writeOnnx } from "@/lib/core/export/onnx";
import { seededRandom } from "@/lib/core/random";
import { ranOnText } from "@/lib/figures/latency";
import { measureInWorker, type Measurement } from "@/lib/measure/measureInWorker";
import { threadsOf } from "@/lib/measure/protocol";
import { useBuild } from "../build";
import { MeasuredLatencies } from "../measured/MeasuredLatencies";

const backendLabel = (backend: LatencyBackend): string => ranOnText({ backend, threads: threadsOf(backend) });

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly done: number }
  | { readonly kind: "failed"; readonly message: string };

type MeasureHereProps = { architecture: Architecture; network: Network; template: Template };

/** Runs the network in this browser and notes its latency; the worker is ended when the network changes. */
export function MeasureHere({ architecture, network, template }: MeasureHereProps) {
  const { measured } = useBuild();
  const [backend, setBackend] = useState<LatencyBackend>("wasm");
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
      setState({ kind: "idle" });
      const conditions = { backend, threads: threadsOf(backend), template, inputShape };
      await measured.note(architecture, {
        ...latency,
        ...conditions,
        measuredAt: new Date().toISOString(),
      });
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
            <option value="wasm">{backendLabel("wasm")}</option>
            <option value="webgpu">{backendLabel("webgpu")}</option>
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
      <MeasuredLatencies architecture={architecture} template={template} />
    </div>
  );
}
