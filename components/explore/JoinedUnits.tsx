import { sequenceUnits } from "@/lib/core/scoredUnits";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { hasSequences } from "@/lib/figures/candidates";
import type { GraphLayout } from "@/lib/figures/graphLayout";
import { sequenceUnitsName } from "./moduleWords";

/** First units of those whose sequences go on through the next unit. */
const joiningUnits = (space: SearchSpace): number[] =>
  hasSequences(space)
    ? [...space.units.keys()].filter((unitIndex) => {
        const units = sequenceUnits(space, unitIndex);
        return units.length > 1 && units[0] === unitIndex;
      })
    : [];

/** Says where two units are scored as one, since a node shown by itself says nothing of that. */
export function JoinedUnitsNote({ space }: { space: SearchSpace }) {
  return joiningUnits(space).map((unitIndex) => (
    <p key={unitIndex} className="mb-3 text-xs text-muted">
      Sequences of {sequenceUnitsName(space, unitIndex)} are scored together, as one. Here every node stands
      in its own unit: its number is not a share of the score of both.
    </p>
  ));
}

/** Room that the bracket takes left of the units' names. Pixels. */
const BRACKET_X = 8;
const BRACKET_ARM = 4;

type JoinedUnitsBracketsProps = { space: SearchSpace; unitLabels: GraphLayout["unitLabels"] };

/** A bracket from the name of a unit to that of the next where they are scored together. */
export function JoinedUnitsBrackets({ space, unitLabels }: JoinedUnitsBracketsProps) {
  return joiningUnits(space).map((first) => {
    const from = unitLabels.find(({ unitIndex }) => unitIndex === first);
    const to = unitLabels.find(({ unitIndex }) => unitIndex === first + 1);
    if (from === undefined || to === undefined) return null;
    return (
      <path
        key={first}
        role="img"
        aria-label={`${sequenceUnitsName(space, first)} are scored together`}
        d={`M${BRACKET_X},${from.y}h${-BRACKET_ARM}V${to.y}h${BRACKET_ARM}`}
        fill="none"
        stroke="currentColor"
        className="text-line-strong"
      >
        <title>{`${sequenceUnitsName(space, first)} are scored together`}</title>
      </path>
    );
  });
}
