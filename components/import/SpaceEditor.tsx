import type { SpaceEdits } from "@/lib/core/formats/importPlan";
import { placeFeatures } from "@/lib/core/positions";
import type { Feature, SearchSpace } from "@/lib/core/searchSpace";
import { formatCount } from "@/lib/figures/format";
import { FeatureEditor } from "./FeatureEditor";
import { withFeature, withLengths } from "./importPlanEdits";
import { ToggleValues } from "./ToggleValues";
import { wholeNumber } from "./words";

type SpaceEditorProps = {
  /** As it was found, before any edit: what is switched off stays offered. */
  found: SearchSpace;
  /** As it is now. */
  space: SearchSpace;
  edits: SpaceEdits | undefined;
  onChange: (edits: SpaceEdits) => void;
  /** One below the heading that the editor stands under. */
  heading?: "h3" | "h4";
};

/** Units with their legal lengths, features with their kind and legal values, and what never varies. */
export function SpaceEditor({ found, space, edits, onChange, heading: Heading = "h4" }: SpaceEditorProps) {
  return (
    <div className="space-y-4">
      <section aria-label="Legal numbers of layers" className="space-y-1">
        <Heading className="font-medium">Layers of each unit</Heading>
        {placeFeatures(space).length > 0 && (
          <p className="text-muted">
            {placeFeatures(space)
              .map(({ name }) => name)
              .join(" and ")}{" "}
            count as positional features of each node.
          </p>
        )}
        <ul className="space-y-1">
          {space.units.map(({ name, lengths }, unitIndex) => (
            <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="w-28 shrink-0 break-words">{name}</span>
              <ToggleValues
                of={`layers of ${name}`}
                offered={found.units[unitIndex]?.lengths ?? []}
                legal={edits?.lengths?.[unitIndex] ?? lengths}
                parse={wholeNumber}
                onChange={(next) =>
                  onChange(
                    withLengths(
                      edits,
                      unitIndex,
                      next.sort((a, b) => a - b),
                    ),
                  )
                }
              />
            </li>
          ))}
        </ul>
      </section>
      <FeatureList
        title="Features of each node"
        features={space.nodeFeatures}
        found={found.nodeFeatures}
        edits={edits}
        onChange={onChange}
        heading={Heading}
      />
      <FeatureList
        title="Features of the whole architecture"
        features={space.globalFeatures}
        found={found.globalFeatures}
        edits={edits}
        onChange={onChange}
        heading={Heading}
      />
      <Constants constants={space.constants} heading={Heading} />
    </div>
  );
}

type Heading = Required<Pick<SpaceEditorProps, "heading">>;

type FeatureListProps = Pick<SpaceEditorProps, "edits" | "onChange"> &
  Heading & {
    title: string;
    features: readonly Feature[];
    found: readonly Feature[];
  };

function FeatureList({ title, features, found, edits, onChange, heading: Heading }: FeatureListProps) {
  if (features.length === 0) return null;
  return (
    <section aria-label={title} className="space-y-1">
      <Heading className="font-medium">{title}</Heading>
      <ul className="space-y-2">
        {features.map((feature) => (
          <FeatureEditor
            key={feature.name}
            found={found.find(({ name }) => name === feature.name) ?? feature}
            feature={{ ...feature, ...edits?.features?.[feature.name] }}
            onChange={(edit) => onChange(withFeature(edits, feature.name, edit))}
          />
        ))}
      </ul>
    </section>
  );
}

/** Named so that nobody looks for them; a predictor cannot learn from what never varies. */
function Constants({ constants, heading: Heading }: Pick<SearchSpace, "constants"> & Heading) {
  const entries = Object.entries(constants).filter(([, value]) => value !== null);
  if (entries.length === 0) return null;
  return (
    <section aria-label="Constants" className="space-y-1">
      <Heading className="font-medium">{formatCount(entries.length, "constant")}</Heading>
      <p className="text-muted">
        The same in every row, so nothing can be learned from them; kept for exports.
      </p>
      <ul className="flex flex-wrap gap-x-4">
        {entries.map(([name, value]) => (
          <li key={name} className="break-all">
            {name} = {String(value)}
          </li>
        ))}
      </ul>
    </section>
  );
}
