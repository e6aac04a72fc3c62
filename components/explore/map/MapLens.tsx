"use client";

import { useMemo } from "react";
import type { Node } from "@/lib/core/architecture";
import { operationLabel } from "@/lib/core/searchSpace";
import { operationContrasts, type OperationContrasts } from "@/lib/core/trust/operationContrasts";
import { embeddingMap, type Embedded } from "@/lib/figures/map/embeddingMap";
import { mappedOperation, type OperationMap } from "@/lib/figures/map/operationMap";
import { profileMap } from "@/lib/figures/map/profileMap";
import { idleSentences } from "@/lib/figures/madeOf";
import { operationPalette } from "@/lib/figures/operationPalette";
import { isOperationLinked } from "@/lib/figures/linked";
import { Answer } from "../Answer";
import { useExploration } from "../exploration";
import { Nothing } from "../Nothing";
import { TrustStrip } from "../TrustStrip";
import { usePositionMatrix } from "../useScores";
import { useSelection } from "../useSelection";
import { OperationMapFigure } from "./OperationMapFigure";
import { useEmbeddings } from "./useEmbeddings";

export function MapLens() {
  const { dataset, architectures, measured, opened, scoreUnit } = useExploration();
  const answer = useEmbeddings();
  const contrasts = useMemo(
    () => operationContrasts(dataset.space, architectures, measured),
    [dataset.space, architectures, measured],
  );
  return (
    <>
      <TrustStrip metrics={opened.file.metrics} hop={0} scoreUnit={scoreUnit} />
      <Answer answer={answer} waiting="Reading the embeddings of operations">
        {({ operations, embeddings }) =>
          embeddings === null ? (
            <ByScores contrasts={contrasts} />
          ) : (
            <ByEmbeddings operations={operations} embeddings={embeddings} contrasts={contrasts} />
          )
        }
      </Answer>
    </>
  );
}

type ByEmbeddingsProps = {
  operations: readonly Node[];
  embeddings: Embedded;
  contrasts: OperationContrasts | null;
};

function ByEmbeddings({ operations, embeddings, contrasts }: ByEmbeddingsProps) {
  const { dataset, opened } = useExploration();
  const { space } = dataset;
  const map = useMemo(() => {
    const mapped = operations.map((node) => mappedOperation(node, operationLabel(space, node)));
    return embeddingMap(mapped, embeddings, contrasts);
  }, [space, operations, embeddings, contrasts]);
  const idle = idleSentences(opened.file.metrics.contributions ?? []);
  return (
    <>
      {idle.length > 0 && <p className="mb-2 max-w-2xl text-xs text-muted">{idle.join(" ")}</p>}
      <Drawn map={map} />
    </>
  );
}

function ByScores({ contrasts }: { contrasts: OperationContrasts | null }) {
  const answer = usePositionMatrix();
  return (
    <Answer answer={answer} waiting="Scoring every operation in every place">
      {({ matrix }) => <Drawn map={profileMap(matrix, contrasts)} />}
    </Answer>
  );
}

function Drawn({ map }: { map: OperationMap | null }) {
  const { dataset, scoreUnit } = useExploration();
  const selection = useSelection();
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  if (map === null)
    return (
      <Nothing>
        There are no two operations that the predictor knows at the same place, so that nothing says how alike
        they are.
      </Nothing>
    );
  return (
    <OperationMapFigure
      space={dataset.space}
      map={map}
      paint={paint}
      scoreUnit={scoreUnit}
      selected={selection.operation}
      isLinked={(key) => isOperationLinked(dataset.space, selection, key)}
      onPick={selection.toggleOperation}
    />
  );
}
