import { nodePlaces, type Architecture } from "../architecture";
import { edgesOf, layerName, operationLabel, type SearchSpace } from "../searchSpace";

/** An architecture in Graphviz's language: a box for every node, a frame for every unit of several. */
export function writeDot(space: SearchSpace, architecture: Architecture): string {
  const places = nodePlaces(architecture);
  const nodes = architecture.units.flat();
  const label = (index: number): string => {
    const place = places[index];
    const unit = place ? space.units[place.unitIndex] : undefined;
    const where = place && unit ? layerName(unit, place.layerIndex) : `layer ${(place?.layerIndex ?? 0) + 1}`;
    return `${operationLabel(space, nodes[index] ?? [])}\n${where}`;
  };
  const boxes = (unitIndex: number): string[] =>
    places.flatMap((place, index) =>
      place.unitIndex === unitIndex ? [`n${index} [label=${quoted(label(index))}];`] : [],
    );
  const units = architecture.units.flatMap((_, unitIndex) =>
    architecture.units.length === 1
      ? boxes(unitIndex).map((line) => `  ${line}`)
      : [
          `  subgraph cluster_${unitIndex} {`,
          `    label=${quoted(space.units[unitIndex]?.name ?? `unit ${unitIndex + 1}`)};`,
          ...boxes(unitIndex).map((line) => `    ${line}`),
          `  }`,
        ],
  );
  return [
    `digraph ${quoted(architecture.id)} {`,
    `  rankdir=LR;`,
    `  node [shape=box, style=rounded, fontname="sans-serif"];`,
    ...units,
    ...edgesOf(space, architecture).map(([source, target]) => `  n${source} -> n${target};`),
    `}`,
    ``,
  ].join("\n");
}

/** Graphviz knows two marks inside of quotes: \" and \n. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
