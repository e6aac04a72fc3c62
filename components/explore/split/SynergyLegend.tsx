import { SYNERGY_MEANING } from "./synergyWords";

/** What the corner marks say, and how synergy is computed. */
export function SynergyLegend() {
  return (
    <div className="max-w-md text-xs text-muted">
      <p>
        <b className="text-sm text-ink">+</b> surely worth more together,{" "}
        <b className="text-sm text-ink">−</b> less, than the parts say (synergy)
      </p>
      <details>
        <summary className="cursor-pointer">How synergy is computed</summary>
        <p>{SYNERGY_MEANING}</p>
      </details>
    </div>
  );
}
