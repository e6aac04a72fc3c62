"use client";

import { Panel } from "@/components/ui/Panel";
import { GALLERY } from "./gallery/galleryFigures";
import { GalleryMeasured } from "./GalleryMeasured";
import { Question } from "./Question";
import { TrustStrip } from "./TrustStrip";

/** Every figure on fixed, made-up data: what to look at after changing one. */
export function Gallery() {
  return (
    <div className="grid gap-4 p-4">
      <h1 className="text-lg font-semibold">Figures on made-up data</h1>
      <Panel title="Trust, from good to none">
        {[0.93, 0.75, 0.5, 0.2, -0.1].map((srcc) => (
          <TrustStrip key={srcc} metrics={trustMetrics(srcc)} hop={0} scoreUnit="% (accuracy)" />
        ))}
      </Panel>
      {GALLERY.map(({ name, asked, of, Figure }) => (
        <Question key={name} asked={asked} of={of}>
          <Figure />
        </Question>
      ))}
      <GalleryMeasured />
    </div>
  );
}

const trustMetrics = (srcc: number) => ({
  srcc,
  hopSrcc: [srcc - 0.1],
  mae: 0.3,
  mape: 0.004,
  epochs: 200,
  seconds: 80,
  members: 5,
  numTrain: 1800,
  numTest: 200,
  heldOut: { measured: [], predicted: [] },
  lossCurve: [],
});
