import { EmptyState } from "@/components/ui/EmptyState";
import type { DatasetSummary } from "@/lib/api/contracts";
import { DatasetList } from "./DatasetList";
import { HomeDropZone } from "./HomeDropZone";
import { SampleCard } from "./SampleCard";

/** Where everything starts: samples to look at, a place to drop a file, and what was stored. */
export function HomePage({ datasets }: { datasets: readonly DatasetSummary[] }) {
  const own = datasets.filter(({ sample }) => sample === null);
  // Newest first in the list; the sample loaded last is the one to begin with.
  const samples = datasets.filter(({ sample }) => sample !== null);
  return (
    <div className="mx-auto max-w-5xl space-y-8 p-4">
      <div>
        <h1 className="text-xl font-semibold">Which parts of your architectures matter?</h1>
        <p className="max-w-prose text-muted">
          Bring a table of neural architectures you have evaluated. A predictor is trained in this browser,
          shows what each part contributes, and helps to click together the next architecture worth
          evaluating.
        </p>
      </div>
      <section aria-labelledby="import-title" className="space-y-2">
        <h2 id="import-title" className="text-base font-semibold">
          Your own measurements
        </h2>
        <HomeDropZone />
      </section>
      {samples.length > 0 && (
        <section aria-labelledby="samples-title" className="space-y-2">
          <h2 id="samples-title" className="text-base font-semibold">
            Samples, to try it at once
          </h2>
          <ul className="grid gap-3 md:grid-cols-2">
            {samples.map((dataset) => (
              <SampleCard key={dataset.id} dataset={dataset} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="datasets-title" className="space-y-2">
        <h2 id="datasets-title" className="text-base font-semibold">
          Your datasets
        </h2>
        {own.length === 0 ? (
          <EmptyState title="Nothing stored yet">
            Datasets you import are listed here, with the predictors trained on them. They stay on this
            machine.
          </EmptyState>
        ) : (
          <DatasetList datasets={own} />
        )}
      </section>
    </div>
  );
}
