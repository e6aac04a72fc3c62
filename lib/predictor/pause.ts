import { throwIfDeviceLost } from "./deviceWatch";
import type { FitHooks } from "./predictor";

/** Longest time between two looks at the signal, in seconds: well under the 200 ms a cancel may take. */
const BETWEEN_LOOKS = 0.05;

/** Lets waiting messages in. A message channel, since timers of browsers wait 4 ms and more when nested. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * A function to await between steps: now and then lets cancel and progress through; without a clock every time.
 * Rejects with the signal's reason once it is aborted.
 * @param settle awaited first, so that work queued on a graphics card cannot run ahead without bound; null for work
 *   without tensors, to which a lost card is no matter
 */
export function createPause(
  { signal, now }: FitHooks,
  settle: (() => Promise<unknown>) | null,
): () => Promise<void> {
  let last = now?.() ?? 0;
  return async () => {
    const time = now?.();
    if (time !== undefined && time - last < BETWEEN_LOOKS) return;
    if (settle) {
      await settle();
      throwIfDeviceLost();
    }
    await letOthersRun();
    signal?.throwIfAborted();
    last = now?.() ?? 0;
  };
}
