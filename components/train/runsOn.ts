import { useCallback, useState } from "react";
import type { BackendChoice } from "@/lib/predictor/predictor";

/** What a training may be asked to run on, with the words for it. */
export const RUNS_ON: readonly { readonly choice: BackendChoice; readonly label: string }[] = [
  { choice: "automatic", label: "automatic" },
  { choice: "webgl", label: "WebGL" },
  { choice: "wasm", label: "WebAssembly" },
  { choice: "cpu", label: "CPU" },
];

const KEY = "archwright-runs-on";

/** The choice of this name; automatic where there is none. */
export const runsOnOf = (name: string | null): BackendChoice =>
  RUNS_ON.find(({ choice }) => choice === name)?.choice ?? "automatic";

/** What trainings of this browser run on: it belongs to the machine, not to a dataset or predictor, and is kept. */
export function useRunsOn(): [BackendChoice, (runsOn: BackendChoice) => void] {
  const [runsOn, setRunsOn] = useState(readRunsOn);
  const choose = useCallback((chosen: BackendChoice) => {
    setRunsOn(chosen);
    keepRunsOn(chosen);
  }, []);
  return [runsOn, choose];
}

function readRunsOn(): BackendChoice {
  try {
    return runsOnOf(localStorage.getItem(KEY));
  } catch {
    return "automatic";
  }
}

/** Where the browser's storage is blocked or full the choice lasts as long as the page. */
function keepRunsOn(chosen: BackendChoice): void {
  try {
    if (chosen === "automatic") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, chosen);
  } catch {
    return;
  }
}
