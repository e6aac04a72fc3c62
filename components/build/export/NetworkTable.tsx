import { countParts } from "@/lib/core/blocks/partCounts";
import type { Network } from "@/lib/core/blocks/network";

const whole = new Intl.NumberFormat("en");

/** What a model that is no text holds, part by part. */
export function NetworkTable({ network }: { network: Network }) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="Parts of the network"
      className="max-h-96 overflow-auto rounded border border-line"
    >
      <table className="w-full text-left text-xs">
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {["Part", "Layers", "Output", "Parameters", "MACs"].map((title, index) => (
              <th
                key={title}
                scope="col"
                className={`px-2 py-1 font-medium ${index > 0 ? "text-right" : ""}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {countParts(network).map(({ part, numLayers, shape, parameters, macs }) => (
            <tr key={part} className="border-t border-line">
              <th scope="row" className="px-2 py-1 font-normal">
                {part}
              </th>
              {[String(numLayers), shape.join(" x "), whole.format(parameters), whole.format(macs)].map(
                (cell, index) => (
                  <td key={index} className="px-2 py-1 text-right whitespace-nowrap tabular-nums">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
