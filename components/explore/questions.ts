/** The questions of Explore: what each figure answers, and how to read it in two lines. */
export const LENSES = [
  {
    id: "features",
    tab: "Features",
    question: "Which feature values matter?",
    reading: [
      "A row is a feature, a cell one of its values: orange is better than the feature's mean, blue worse.",
      "Compare inside a row; the bar at its end says how much the choice matters at all.",
    ],
  },
  {
    id: "positions",
    tab: "Positions",
    question: "Which operation matters where?",
    reading: [
      "A column is a place, a row an operation: orange scores above the mean of its unit, blue below.",
      "Read down a column for the choice at one place; hatched cells may as well be on the other side.",
    ],
  },
  {
    id: "pairs",
    tab: "Pairs",
    question: "Which operation should follow which?",
    reading: [
      "A row is the operation at one place, a column the operation at the next; orange pairs score above the mean of all.",
      "A corner mark says that the pair is worth more (+) or less (−) together than each operation says by itself.",
    ],
  },
  {
    id: "spread",
    tab: "Spread",
    question: "How far do modules differ, and which stand out?",
    reading: [
      "A box holds the middle half of the modules with an operation, the line in it is their median; dots stand out.",
      "Medians above each other mean that the operation decides little; long boxes, that its company decides.",
    ],
  },
  {
    id: "sequences",
    tab: "Sequences",
    question: "Which sequences or subgraphs are best?",
    reading: [
      "Best first: the dot is the score, the bar its 90 % interval, the line the mean of all that are ranked.",
      "Pin one to split it into its parts; synergy is what the whole is worth beyond what its operations say.",
    ],
  },
  {
    id: "graph",
    tab: "Graph",
    question: "What does the predictor make of one architecture?",
    reading: [
      "Each node is coloured by what the predictor makes of it, with as much before it as the hop reaches.",
      "Move the hop to see context come in; compare the best, the worst and a middling architecture.",
    ],
  },
  {
    id: "common",
    tab: "In common",
    question: "What do the best architectures have in common?",
    reading: [
      "Drag a rectangle over the points; below, orange cells are more frequent among those than among all.",
      "Only cells without hatching are more than chance, after allowing for all that are looked at.",
    ],
  },
  {
    id: "map",
    tab: "Operations",
    question: "Which operations are interchangeable?",
    reading: [
      "Operations near each other are alike to the predictor, wherever they stand; the axes themselves mean nothing.",
      "A line joins those to exchange first; how it is drawn says whether the measured rows found them alike.",
    ],
  },
  {
    id: "fit",
    tab: "Fit",
    question: "How right is the predictor, and on which rows?",
    reading: [
      "On the diagonal a prediction is exact; only rows that were held out say how it does on new ones.",
      "Each hop ranks by itself: importances of n nodes rest on hop n − 1.",
    ],
  },
] as const satisfies readonly Lens[];

/** A question that a figure answers, with two lines on how to read the answer. */
export type Asked = {
  readonly question: string;
  readonly reading: readonly [what: string, how: string];
};

export type Lens = Asked & {
  readonly id: string;
  /** Short name, for the tab. */
  readonly tab: string;
};

export type LensId = (typeof LENSES)[number]["id"];

/** The lens of an id. */
export const lensOf = (id: LensId): (typeof LENSES)[number] =>
  LENSES.find((lens) => lens.id === id) ?? LENSES[0];
