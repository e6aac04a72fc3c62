"use client";

import { useId, useMemo, useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import type { Architecture } from "@/lib/core/architecture";
import { countNetwork } from "@/lib/core/blocks/count";
import { shapeOf, type Network } from "@/lib/core/blocks/network";
import { buildNetwork, type NetworkOutcome } from "@/lib/core/blocks/templates/template";
import { randomWeights } from "@/lib/core/blocks/weights";
import { writeKeras } from "@/lib/core/export/keras";
import { networkFile, NETWORK_FORM_FACTS, type NetworkForm } from "@/lib/core/export/networkFile";
import { writePytorch } from "@/lib/core/export/pytorch";
import { seededRandom } from "@/lib/core/random";
import { downloadFile } from "../downloadText";
import { MeasureHere } from "./MeasureHere";
import { NetworkTable } from "./NetworkTable";
import { TemplateEditor } from "./TemplateEditor";
import { TextPreview } from "./TextPreview";
import { UnknownOperations } from "./UnknownOperations";
import { useTemplate } from "./useTemplate";

/** The architecture as a network that runs, by a template. */
export function NetworkFile({ form, architecture }: { form: NetworkForm; architecture: Architecture }) {
  const { dataset } = useExploration();
  const state = useTemplate(dataset.id, dataset.space);
  const template = state.outcome.ok ? state.outcome.template : null;
  const outcome = useMemo<NetworkOutcome | null>(
    () =>
      template === null
        ? null
        : buildNetwork(dataset.space, { ...architecture, id: `${dataset.name}, assembled` }, template),
    [dataset, architecture, template],
  );
  return (
    <div className="grid min-w-0 gap-3">
      {state.suggestions.length === 0 && (
        <Note tone="warn" title="No template is known for architectures of this kind.">
          <p>
            Blocks with expand and kernel, cells of NAS-Bench-201, NAS-Bench-101 and DARTS, and transformer
            blocks can be built as networks. Every other form of the architecture can be taken.
          </p>
        </Note>
      )}
      <TemplateEditor state={state} />
      {outcome?.ok === false &&
        (outcome.unknown.length > 0 && template !== null && "operations" in template ? (
          <UnknownOperations
            names={outcome.unknown}
            onDefine={(definitions) =>
              state.setTemplate({ ...template, operations: { ...template.operations, ...definitions } })
            }
          />
        ) : (
          <Note tone="bad" title={outcome.message} />
        ))}
      {outcome?.ok && template !== null && (
        <>
          <ReadyNetwork form={form} network={outcome.network} />
          <MeasureHere architecture={architecture} network={outcome.network} template={template} />
        </>
      )}
    </div>
  );
}

const whole = new Intl.NumberFormat("en");

function ReadyNetwork({ form, network }: { form: NetworkForm; network: Network }) {
  const id = useId();
  const [seed, setSeed] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const { label, file, mediaType, hasWeights } = NETWORK_FORM_FACTS[form];
  const { parameters, macs } = useMemo(() => countNetwork(network), [network]);
  const source = useMemo(
    () => (form === "pytorch" ? writePytorch(network) : form === "keras" ? writeKeras(network) : null),
    [form, network],
  );
  const take = () => {
    const made = networkFile(form, network, randomWeights(network, seededRandom(seed)));
    setProblem(made.ok ? null : made.message);
    if (made.ok) downloadFile({ name: file, mediaType, content: made.bytes });
  };
  return (
    <>
      <p>
        <strong>{whole.format(parameters)}</strong> parameters, <strong>{whole.format(macs)}</strong>{" "}
        multiply-accumulates for one input of {network.inputShape.join(" x ")}; output{" "}
        {shapeOf(network, network.output).join(" x ")}.
      </p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-muted">
          {file}
          {hasWeights && (
            <>
              {" with random weights of "}
              <label htmlFor={id}>seed</label>{" "}
              <input
                id={id}
                type="number"
                min={0}
                step={1}
                className="w-20 rounded border border-line-strong bg-surface px-1 py-0.5"
                value={seed}
                onChange={({ target }) => setSeed(Math.max(0, Math.floor(target.valueAsNumber || 0)))}
              />
            </>
          )}
        </p>
        <Button look="primary" onClick={take}>
          Download {label}
        </Button>
      </div>
      {problem && <Note tone="bad" title={problem} />}
      {source === null ? <NetworkTable network={network} /> : <TextPreview label={label} text={source} />}
    </>
  );
}
