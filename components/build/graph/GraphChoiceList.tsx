import { formatValue } from "@/lib/figures/format";
import { changeText, EffectLines } from "../EffectLines";
import type { ShownChoice } from "./useGraphChoices";

type GraphChoiceListProps = {
  title: string;
  choices: readonly ShownChoice[];
  pending: boolean;
  onChoose: (choice: ShownChoice) => void;
};

/** Edits as buttons with their effect; what cannot be done is there too, and says why. */
export function GraphChoiceList({ title, choices, pending, onChoose }: GraphChoiceListProps) {
  if (choices.length === 0) return null;
  return (
    <section aria-label={title} className="grid gap-1.5">
      <h4 className="text-muted">{title}</h4>
      <ul className={`flex flex-wrap items-stretch gap-2 ${pending ? "opacity-60" : ""}`}>
        {choices.map((choice) => (
          <li key={choice.key} className="grid">
            <ChoiceButton choice={choice} onChoose={() => onChoose(choice)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChoiceButton({ choice, onChoose }: { choice: ShownChoice; onChoose: () => void }) {
  const { label, reason, effect, lacks } = choice;
  const told =
    reason !== null
      ? `not possible: ${reason}`
      : effect === null
        ? (lacks ?? "not yet predicted")
        : `predicted ${formatValue(effect.predicted.value)}, ${changeText(effect, false)}`;
  return (
    <button
      type="button"
      // Not `disabled`: a keyboard has to get to the reason.
      aria-disabled={reason !== null}
      aria-label={`${label}: ${told}`}
      className="max-w-56 rounded border border-line bg-surface px-2 py-1 text-left text-xs not-aria-disabled:hover:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:border-dashed aria-disabled:text-muted"
      onClick={() => reason === null && onChoose()}
    >
      <span className="block font-medium">{label}</span>
      {reason !== null && <span className="block">{reason}</span>}
      {effect !== null && <EffectLines effect={effect} />}
      {reason === null && lacks !== null && <span className="block text-warn">{lacks}</span>}
    </button>
  );
}
