import { formatCount, formatValue } from "@/lib/figures/format";
import type { MapLayout } from "@/lib/figures/map/mapLayout";
import type { MapBasis, MapData, OperationMap } from "@/lib/figures/map/operationMap";

type MapLegendProps = {
  map: OperationMap;
  bar: MapLayout["scaleBar"];
  scoreUnit: string;
};

/** What distances rest on, how much of them the plane keeps, and whether the measured rows bear them out. */
export function MapLegend({ map, bar, scoreUnit }: MapLegendProps) {
  const { basis, data, shown, pairs } = map;
  const numJoined = pairs.filter(({ joined }) => joined).length;
  return (
    <div className="grid max-w-2xl gap-1 text-xs text-muted">
      {bar.length > 0 && (
        <p className="flex items-center gap-2">
          <svg width={bar.length + 2} height={10} aria-hidden="true">
            <path d={`M1,1v8M1,5h${bar.length}M${bar.length + 1},1v8`} stroke="currentColor" fill="none" />
          </svg>
          {basis.from === "embeddings"
            ? `${formatValue(bar.value)} of distance; two typical operations are 1 apart`
            : `${formatValue(bar.value)} of score (${scoreUnit})`}
        </p>
      )}
      <p>
        {basisWords(basis)} The plane (classical multidimensional scaling) keeps{" "}
        {Number((100 * shown).toFixed(1))} % of the squared distances.
      </p>
      <p>{linesWords(basis, numJoined, pairs.length)}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {data === null ? (
          "The measured rows are too few to say whether they agree."
        ) : (
          <>
            <LineKey line="alike" words="rows measure them alike" />
            <LineKey line="different" words="rows measure them different" />
            <LineKey line="unsure" words="rows cannot tell" />
          </>
        )}
      </p>
      {data !== null && <p>{dataWords(data, scoreUnit)}</p>}
    </div>
  );
}

/** How a line is drawn by what the measured rows say; `unsure` also where they say nothing. */
export const LINES = {
  alike: { className: "stroke-ink", strokeWidth: 2.5, strokeDasharray: undefined },
  different: { className: "stroke-ink", strokeWidth: 1.5, strokeDasharray: "2 4" },
  unsure: { className: "stroke-line-strong", strokeWidth: 1.5, strokeDasharray: undefined },
} as const;

function LineKey({ line, words }: { line: keyof typeof LINES; words: string }) {
  return (
    <span className="flex items-center gap-2">
      <svg width={26} height={8} aria-hidden="true">
        <line x1={1} x2={25} y1={4} y2={4} {...LINES[line]} />
      </svg>
      {words}
    </span>
  );
}

function basisWords(basis: MapBasis): string {
  if (basis.from === "scores")
    return "This predictor has no embeddings of operations. The map is drawn from what it scores each operation alone at every place; distance is the root of the mean squared difference.";
  const { numMembers, memberAgreement } = basis;
  const drawn = "Drawn from the embeddings (hop 0) that the graph network gives each operation";
  return memberAgreement === null
    ? `${drawn}. It is one network alone: another seed may place them otherwise.`
    : `${drawn}; its ${numMembers} members count alike. They agree on the distances with a mean rank correlation of ${memberAgreement.toFixed(2)}.`;
}

function linesWords(basis: MapBasis, numJoined: number, numPairs: number): string {
  if (basis.from === "embeddings") return "A line joins each operation with its nearest.";
  return basis.hasIntervals
    ? `A line joins the ${formatCount(numJoined, "pair")} of ${formatCount(numPairs, "pair")} that its intervals cannot tell apart at any place.`
    : "It gives no intervals, so that nothing says which differences are sure, and none are joined.";
}

/** From here on a rank correlation is called an agreement. */
const AGREES = 0.3;

function dataWords({ agreement, numPairs, typical }: MapData, scoreUnit: string): string {
  const measured = `rank correlation ${agreement.toFixed(2)} over ${formatCount(numPairs, "pair")}`;
  const verdict =
    agreement >= AGREES
      ? `The measured rows bear the map out: the farther two are apart, the more they differ (${measured}).`
      : `The measured rows do not bear the map out (${measured}): ask them pair by pair.`;
  return `${verdict} Two typical operations differ by ${formatValue(typical)} ${scoreUnit}; alike means surely less than half of that.`;
}
