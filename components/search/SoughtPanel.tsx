"use client";

import { Panel } from "@/components/ui/Panel";
import { formatSrcc } from "@/lib/figures/trust";
import { MAX_USED, USES, type Sought, type Use } from "./useSought";

const USE_WORDS: Readonly<Record<Use, string>> = {
  max: "as high as possible",
  min: "as low as possible",
  limit: "for constraints only",
  off: "not at all",
};

/** What is sought: which predictors are asked, and for more or for less. */
export function SoughtPanel({ sought }: { sought: Sought }) {
  return (
    <Panel
      title="What is sought?"
      lead="Two or more goals give a front of trade-offs instead of one best architecture. Train a predictor with another target to have another goal."
    >
      <SoughtList sought={sought} />
    </Panel>
  );
}

/** Every predictor of the dataset with what it is for. */
export function SoughtList({ sought: { uses, used, setUse } }: { sought: Sought }) {
  const full = used.length >= MAX_USED;
  return (
    <div>
      <ul className="grid gap-2">
        {uses.map(({ id, name, target, srcc, use }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <label className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-40">
                <span className="font-medium">{target}</span>{" "}
                <span className="text-muted">
                  {name} (SRCC {formatSrcc(srcc)})
                </span>
              </span>
              <select
                value={use}
                className="rounded border border-line bg-surface px-1 py-0.5"
                onChange={(event) => {
                  const chosen = USES.find((one) => one === event.target.value);
                  if (chosen !== undefined) setUse(id, chosen);
                }}
              >
                {USES.map((one) => (
                  <option key={one} value={one} disabled={full && use === "off" && one !== "off"}>
                    {USE_WORDS[one]}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      {full && <p className="mt-2 text-xs text-muted">At most {MAX_USED} predictors are asked at once.</p>}
    </div>
  );
}
