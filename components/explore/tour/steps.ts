import type { LensId } from "../questions";

export type TourStep = { readonly lens: LensId; readonly title: string; readonly text: string };

/** The way through Explore for someone who is new to it: each step shows one figure and one thing to try. */
export const TOUR: readonly TourStep[] = [
  {
    lens: "fit",
    title: "First: can this predictor be believed?",
    text: "Look at the held-out rows. If they lie along the diagonal, what follows means something; if they are a cloud, it does not.",
  },
  {
    lens: "features",
    title: "What matters at all",
    text: "Find the longest bar on the right: that feature decides most. In its row, the most orange value is the one to choose.",
  },
  {
    lens: "positions",
    title: "What matters where",
    text: "Press an orange cell. It is pinned on the right, with its interval and the architectures that hold it, and outlined in every other figure.",
  },
  {
    lens: "pairs",
    title: "What should follow what",
    text: "A + in a corner is a pair that is surely worth more together than its two operations say. No mark means that they simply add up.",
  },
  {
    lens: "sequences",
    title: "From one operation to a whole unit",
    text: "Move the choice from one operation to whole units. Press a sequence: below the list it splits into its parts.",
  },
  {
    lens: "spread",
    title: "Does the operation decide, or its company?",
    text: "Long boxes overlap: then an operation alone decides little. Press a row to follow its operation through all figures.",
  },
  {
    lens: "graph",
    title: "One architecture",
    text: "Compare Best measured with Worst, and move the hop: see where they differ, and how far context reaches.",
  },
  {
    lens: "common",
    title: "Check against what was measured",
    text: "Press Best 5 %. These counts come from the data alone; an importance that they contradict deserves doubt.",
  },
  {
    lens: "map",
    title: "What can be exchanged",
    text: "Where a line is thick, the measured rows found both alike: choose the cheaper one. That is the end of the tour; Build puts it to use.",
  },
];
