"use client";

import { featureEvidence, stagedSpace } from "@/lib/figures/fixtures";
import { FeatureHeatmap } from "../FeatureHeatmap";
import { DIFFERENCE } from "../compare/differenceWords";
import { lensOf, type Asked } from "../questions";
import { DIFFERENCE_FIGURES } from "./galleryDifferences";
import { MAP_FIGURES } from "./galleryMaps";
import { MODULE_FIGURES } from "./galleryModules";
import { NETWORK_FIGURES } from "./galleryNetworks";

export type GalleryFigure = {
  /** Names its snapshot. */
  readonly name: string;
  readonly asked: Asked;
  /** What is looked at, in brackets behind the question. */
  readonly of: string;
  readonly Figure: () => React.ReactNode;
};

/** Every figure of Explore on fixtures, under the question that it answers. */
export const GALLERY: readonly GalleryFigure[] = [
  {
    name: "features",
    asked: lensOf("features"),
    of: "",
    Figure: () => <FeatureHeatmap scores={featureEvidence} space={stagedSpace} />,
  },
  {
    name: "positions-units",
    asked: lensOf("positions"),
    of: "(units)",
    Figure: MODULE_FIGURES.stagedPositions,
  },
  {
    name: "positions-cell",
    asked: lensOf("positions"),
    of: "(a cell)",
    Figure: MODULE_FIGURES.cellPositions,
  },
  { name: "pairs-units", asked: lensOf("pairs"), of: "(units)", Figure: MODULE_FIGURES.stagedPairs },
  { name: "pairs-cell", asked: lensOf("pairs"), of: "(a cell)", Figure: MODULE_FIGURES.cellPairs },
  { name: "spread", asked: lensOf("spread"), of: "", Figure: MODULE_FIGURES.spread },
  { name: "sequences", asked: lensOf("sequences"), of: "(units)", Figure: MODULE_FIGURES.sequences },
  {
    name: "subgraphs",
    asked: lensOf("sequences"),
    of: "(rooted subgraphs of a cell)",
    Figure: MODULE_FIGURES.subgraphs,
  },
  { name: "split", asked: lensOf("sequences"), of: "(the parts of one)", Figure: MODULE_FIGURES.split },
  { name: "graph-units", asked: lensOf("graph"), of: "(units)", Figure: NETWORK_FIGURES.hops },
  { name: "graph-cell", asked: lensOf("graph"), of: "(a cell)", Figure: NETWORK_FIGURES.cellGraph },
  { name: "in-common", asked: lensOf("common"), of: "", Figure: NETWORK_FIGURES.inCommon },
  { name: "operations", asked: lensOf("map"), of: "(embeddings)", Figure: MAP_FIGURES.embeddings },
  { name: "operations-scores", asked: lensOf("map"), of: "(scores)", Figure: MAP_FIGURES.scores },
  { name: "difference-features", asked: DIFFERENCE, of: "(values)", Figure: DIFFERENCE_FIGURES.features },
  {
    name: "difference-units",
    asked: DIFFERENCE,
    of: "(units)",
    Figure: DIFFERENCE_FIGURES.stagedPositions,
  },
  { name: "difference-cell", asked: DIFFERENCE, of: "(a cell)", Figure: DIFFERENCE_FIGURES.cellPositions },
  { name: "fit", asked: lensOf("fit"), of: "", Figure: NETWORK_FIGURES.fit },
];
