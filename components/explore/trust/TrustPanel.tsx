import { Panel } from "@/components/ui/Panel";
import { DataFaults } from "./DataFaults";
import { NullCheckPanel } from "./NullCheckPanel";

/** What may mislead in every figure: faults of the data, and noise. */
export function TrustPanel() {
  return (
    <Panel title="How far can these figures be trusted?">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <DataFaults />
        <NullCheckPanel />
      </div>
    </Panel>
  );
}
