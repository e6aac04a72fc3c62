"use client";

import { featureEvidence, stagedSpace } from "@/lib/figures/fixtures";
import { FeatureHeatmap } from "../FeatureHeatmap";
import type { LensId } from "../questions";
import { MODULE_FIGURES } from "./galleryModules";
import { NETWORK_FIGURES } from "./galleryNetworks";

export type GalleryFigure = {
  /** Names its snapshot. */
  readonly name: string;
  readonly lens: LensId;
  /** What is looked at, in brackets behind the question. */
  readonly of: string;
  readonly Figure: () => React.ReactNode;
};

/** Every figure of Explore on fixtures, under the question that it answers. */
export const GALLERY: readonly GalleryFigure[] = [
  {
    name: "features",
    lens: "features",
    of: "",
    Figure: () => <FeatureHeatmap scores={featureEvidence} space={stagedSpace} />,
  },
  { name: "positions-units", lens: "positions", of: "(units)", Figure: MODULE_FIGURES.stagedPositions },
  { name: "positions-cell", lens: "positions", of: "(a cell)", Figure: MODULE_FIGURES.cellPositions },
  { name: "pairs-units", lens: "pairs", of: "(units)", Figure: MODULE_FIGURES.stagedPairs },
  { name: "pairs-cell", lens: "pairs", of: "(a cell)", Figure: MODULE_FIGURES.cellPairs },
  { name: "spread", lens: "spread", of: "", Figure: MODULE_FIGURES.spread },
  { name: "sequences", lens: "sequences", of: "(units)", Figure: MODULE_FIGURES.sequences },
  {
    name: "subgraphs",
    lens: "sequences",
    of: "(rooted subgraphs of a cell)",
    Figure: MODULE_FIGURES.subgraphs,
  },
  { name: "split", lens: "sequences", of: "(the parts of one)", Figure: MODULE_FIGURES.split },
  { name: "graph-units", lens: "graph", of: "(units)", Figure: NETWORK_FIGURES.hops },
  { name: "graph-cell", lens: "graph", of: "(a cell)", Figure: NETWORK_FIGURES.cellGraph },
  { name: "in-common", lens: "common", of: "", Figure: NETWORK_FIGURES.inCommon },
  { name: "operations", lens: "map", of: "", Figure: MODULE_FIGURES.operationsMap },
  { name: "fit", lens: "fit", of: "", Figure: NETWORK_FIGURES.fit },
];
