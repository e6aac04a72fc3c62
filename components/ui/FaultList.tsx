import type { DataFault } from "@/lib/core/trust/dataFaults";

/** Faults of the data in words, each with what it means and what mends it. */
export function FaultList({ faults }: { faults: readonly DataFault[] }) {
  return (
    <ul className="grid gap-2">
      {faults.map(({ text, meaning }) => (
        <li key={text} className="border-l-4 border-warn pl-3">
          <p className="font-medium break-words">{text}</p>
          <p className="text-muted break-words">{meaning}</p>
        </li>
      ))}
    </ul>
  );
}
