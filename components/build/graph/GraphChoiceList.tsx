import { formatValue } from "@/lib/figures/format";
import { changeText, EffectLines } from "../EffectLines";
import type { ShownChoice } from "./useGraphChoices";

type GraphChoiceListProps = {
  title: string;
  choices: readonly ShownChoice[];
  pending: boolean;
  onChoose: (choice: ShownChoice) => void;
};

/** Edits as buttons with their effect; under them what cannot be done, by the reason against it. */
export function GraphChoiceList({ title, choices, pending, onChoose }: GraphChoiceListProps) {
  if (choices.length === 0) return null;
  const reasons = new Set(choices.flatMap(({ reason }) => reason ?? []));
  return (
    <section aria-label={title} className="grid gap-1.5">
      <h4 className="text-muted">{title}</h4>
      <ul className={`flex flex-wrap items-stretch gap-2 ${pending ? "opacity-60" : ""}`}>
        {choices.map((choice) =>
          choice.reason === null ? (
            <li key={choice.key} className="grid">
              <ChoiceButton choice={choice} onChoose={() => onChoose(choice)} />
            </li>
          ) : null,
        )}
      </ul>
      {[...reasons].map((reason) => (
        <p key={reason} className="text-xs text-muted">
          Not possible, because {reason}:{" "}
          {choices
            .filter((choice) => choice.reason === reason)
            .map(({ label }) => label)
            .join("; ")}
          .
        </p>
      ))}
    </section>
  );
}

function ChoiceButton({ choice, onChoose }: { choice: ShownChoice; onChoose: () => void }) {
  const { label, effect, lacks } = choice;
  const told =
    effect === null
      ? (lacks ?? "not yet predicted")
      : `predicted ${formatValue(effect.predicted.value)}, ${changeText(effect, false)}`;
  return (
    <button
      type="button"
      aria-label={`${label}: ${told}`}
      className="max-w-56 rounded border border-line bg-surface px-2 py-1 text-left text-xs hover:bg-sunken"
      onClick={onChoose}
    >
      <span className="block font-medium">{label}</span>
      {effect !== null && <EffectLines effect={effect} />}
      {lacks !== null && <span className="block text-warn">{lacks}</span>}
    </button>
  );
}
