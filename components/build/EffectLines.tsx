import { formatEffect } from "@/lib/figures/evidence";
import { formatValue } from "@/lib/figures/format";
import type { Effect } from "./useEffects";

/** The change, what is then predicted, the other targets and the constraints it would break. */
export function EffectLines({ effect, inPlace = false }: { effect: Effect; inPlace?: boolean }) {
  const { predicted, change, others, breaks } = effect;
  return (
    <>
      <span className={`block font-medium ${inPlace ? "text-muted" : change > 0 ? "text-good" : "text-ink"}`}>
        {changeText(effect, inPlace)}
      </span>
      <span className="block text-muted">
        {formatValue(predicted.value)} ({formatValue(predicted.low)} to {formatValue(predicted.high)})
      </span>
      {others.map((other) => (
        <span key={other.target} className={`block ${other.better === true ? "text-good" : "text-muted"}`}>
          {other.target} {formatEffect(other.change)}
        </span>
      ))}
      {breaks.map((text) => (
        <span key={text} className="block text-bad">
          breaks {text}
        </span>
      ))}
    </>
  );
}

export const changeText = ({ change }: Effect, inPlace: boolean): string =>
  inPlace ? "in place" : formatEffect(change);
