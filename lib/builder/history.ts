/** What can be undone and done again: one entry a gesture, nearest last in `past` and first in `future`. */
export type History<State> = {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
};

export const startHistory = <State>(present: State): History<State> => ({ past: [], present, future: [] });

/** The history after a gesture; what had been undone can no longer be done again. */
export const record = <State>(history: History<State>, next: State): History<State> => ({
  past: [...history.past, history.present],
  present: next,
  future: [],
});

/** One gesture back; the same history where there is none. */
export function undo<State>(history: History<State>): History<State> {
  if (history.past.length === 0) return history;
  return {
    past: history.past.slice(0, -1),
    present: history.past[history.past.length - 1] as State,
    future: [history.present, ...history.future],
  };
}

/** One gesture forward again; the same history where nothing was undone. */
export function redo<State>(history: History<State>): History<State> {
  if (history.future.length === 0) return history;
  return {
    past: [...history.past, history.present],
    present: history.future[0] as State,
    future: history.future.slice(1),
  };
}
