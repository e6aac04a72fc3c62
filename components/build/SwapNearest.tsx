import { Button } from "@/components/ui/Button";
import { useBuild } from "./build";
import { changeText } from "./EffectLines";
import type { Alternative, LikenessBy } from "./useAlternatives";

type SwapNearestProps = {
  /** The least unlike what is in the place. */
  nearest: Alternative;
  by: LikenessBy;
};

/** One click exchanges what is in the place for what the predictor takes to be most like it. */
export function SwapNearest({ nearest, by }: SwapNearestProps) {
  const { state, paint } = useBuild();
  return (
    <Button
      look="quiet"
      className="max-w-full text-left text-xs whitespace-normal!"
      onClick={() => state.edit(nearest.edit)}
    >
      Swap with the nearest by {by}: {paint(nearest.node).label} ({changeText(nearest.effect, false)})
    </Button>
  );
}

/** What "alike" and "nearest" mean here. */
export const LIKENESS_WORDS: Readonly<Record<LikenessBy, string>> = {
  embeddings: "Nearest and alike go by the embeddings that the graph network gives operations.",
  features: "Nearest and alike go by features: this predictor has no embedding of what is in the place.",
};
