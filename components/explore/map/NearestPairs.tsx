import { formatValue } from "@/lib/figures/format";
import type { OperationMap } from "@/lib/figures/map/operationMap";
import { measuredWords, rowsSay } from "./mapWords";

const SHOWN = 8;

/** The first pairs to try an exchange with, and what the measured rows make of it. */
export function NearestPairs({ map, scoreUnit }: { map: OperationMap; scoreUnit: string }) {
  const joined = map.pairs.filter((pair) => pair.joined);
  const shown = (joined.length > 0 ? joined : map.pairs).slice(0, SHOWN);
  const name = (index: number): string => map.operations[index]?.label ?? "";
  return (
    <div className="mt-4 max-w-2xl overflow-x-auto">
      <table className="w-full text-xs">
        <caption className="pb-1 text-left text-sm font-medium">
          {map.basis.from === "scores" && joined.length > 0
            ? "Cannot be told apart"
            : "Nearest to each other"}
        </caption>
        <thead className="text-left text-muted">
          <tr>
            <th scope="col" className="py-1 pr-4 font-normal">
              operations
            </th>
            <th scope="col" className="py-1 pr-4 text-right font-normal">
              distance
            </th>
            <th scope="col" className="py-1 pr-4 font-normal">
              measured difference, {scoreUnit}
            </th>
            <th scope="col" className="py-1 font-normal">
              rows say
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((pair) => (
            <tr key={`${pair.a} ${pair.b}`} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {name(pair.a)} · {name(pair.b)}
              </th>
              <td className="py-1 pr-4 text-right">{formatValue(pair.distance)}</td>
              <td className="py-1 pr-4">{measuredWords(pair)}</td>
              <td className="py-1">{rowsSay(pair)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
