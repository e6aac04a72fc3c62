import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import type { EvaluatedArchitecture, Node } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import { hasFailedWithReason } from "@/lib/core/evaluation";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import { measuredWords } from "./metricWords";

type PointReadoutProps = {
  architecture: EvaluatedArchitecture | undefined;
  metricX: Metric;
  metricY: Metric;
  valueX: number;
  valueY: number;
  paint: (node: Node) => OperationPaint;
};

/** The architecture under the pointer, else the selected one. Always as tall, so that nothing moves below it. */
export function PointReadout(props: PointReadoutProps) {
  const { architecture, metricX, metricY, valueX, valueY, paint } = props;
  return (
    <div className="h-16 overflow-hidden rounded bg-sunken px-2 py-1.5 text-xs">
      {architecture === undefined ? (
        <p className="text-muted">Point at a dot to see its architecture here.</p>
      ) : (
        <>
          <p className="truncate">
            <span className="font-medium">{architecture.id}</span>:{" "}
            {hasFailedWithReason(architecture)
              ? `the evaluation failed (${architecture.status}), not counted`
              : `${measured(metricY, valueY)}, ${measured(metricX, valueX)}`}
          </p>
          <div className="mt-1 overflow-hidden">
            <ArchitectureStrip architecture={architecture} paint={paint} cellWidth={14} />
          </div>
        </>
      )}
    </div>
  );
}

const measured = ({ label, unit }: Metric, value: number): string =>
  `${label} ${Number.isFinite(value) ? measuredWords(value, unit) : "missing"}`;
