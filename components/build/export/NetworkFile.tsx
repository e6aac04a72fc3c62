"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import type { Architecture } from "@/lib/core/architecture";
import { countNetwork } from "@/lib/core/blocks/count";
import { shapeOf, type Network } from "@/lib/core/blocks/network";
import { buildNetwork, type NetworkOutcome } from "@/lib/core/blocks/templates/template";
import type { Weights } from "@/lib/core/blocks/weights";
import { writeKeras } from "@/lib/core/export/keras";
import { networkFile, NETWORK_FORM_FACTS, type NetworkForm } from "@/lib/core/export/networkFile";
import { writePytorch } from "@/lib/core/export/pytorch";
import { downloadFile } from "../downloadText";
import { MeasureHere } from "./MeasureHere";
import { NetworkTable } from "./NetworkTable";
import { TemplateEditor } from "./TemplateEditor";
import { TextPreview } from "./TextPreview";
import { UnknownOperations } from "./UnknownOperations";
import { useTemplate } from "./useTemplate";
import { useWeights } from "./useWeights";
import { WeightsChoice } from "./WeightsChoice";

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

/** Sources hold none. */
const NO_WEIGHTS: Weights = new Map();

const whole = new Intl.NumberFormat("en");

function ReadyNetwork({ form, network }: { form: NetworkForm; network: Network }) {
  const weights = useWeights(network);
  const { label, file, mediaType, hasWeights } = NETWORK_FORM_FACTS[form];
  const { parameters, macs } = useMemo(() => countNetwork(network), [network]);
  const source = useMemo(
    () => (form === "pytorch" ? writePytorch(network) : form === "keras" ? writeKeras(network) : null),
    [form, network],
  );
  const isWaiting = hasWeights && weights.take === null;
  const take = () => {
    const content = networkFile(form, network, (hasWeights && weights.take?.()) || NO_WEIGHTS);
    downloadFile({ name: file, mediaType, content });
  };
  return (
    <>
      <p>
        <strong>{whole.format(parameters)}</strong> parameters, <strong>{whole.format(macs)}</strong>{" "}
        multiply-accumulates for one input of {network.inputShape.join(" x ")}; output{" "}
        {shapeOf(network, network.output).join(" x ")}.
      </p>
      {hasWeights && <WeightsChoice state={weights} />}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-muted">{file}</p>
        <Button
          look="primary"
          disabled={isWaiting}
          title={isWaiting ? "Choose a file of weights that fits, or take random ones" : undefined}
          onClick={take}
        >
          Download {label}
        </Button>
      </div>
      {source === null ? <NetworkTable network={network} /> : <TextPreview label={label} text={source} />}
    </>
  );
}
