"use client";

import { claimMarkdown, claimSentence, evidenceSentence } from "@/lib/core/claim";
import type { Module, ModuleScore } from "@/lib/core/module";
import { formatEffect } from "@/lib/figures/evidence";
import { formatSrcc } from "@/lib/figures/trust";
import { useExploration } from "../exploration";
import type { ModuleEffect } from "../trust/EffectOf";
import type { Challenge } from "../trust/useChallenge";
import { useNullBand } from "../trust/useNullBand";
import { claimOf } from "./claimOf";
import { CopyButton } from "./CopyButton";
import { permalink } from "./link";

const NUMBERS = { effect: formatEffect, srcc: formatSrcc };

type ClaimCardProps = { module: Module; score: ModuleScore; effect: ModuleEffect; challenge: Challenge };

/** The finding as one sentence with everything it rests on, to be carried elsewhere as Markdown. */
export function ClaimCard({ module, score, effect, challenge }: ClaimCardProps) {
  const exploration = useExploration();
  const band = useNullBand(effect.figure, module.unitIndex, effect.size);
  const noise = band.status === "ready" ? band.value : null;
  const claim = claimOf(exploration, { module, score, effect, challenge, noise, link: "" });
  return (
    <section aria-label="Claim card" className="grid gap-2 rounded border border-line bg-sunken p-3">
      <h3 className="font-medium">Claim card</h3>
      <p className="break-words">{claimSentence(claim, NUMBERS)}</p>
      <p className="text-muted">{evidenceSentence(claim, NUMBERS)}</p>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton
          label="Copy as Markdown"
          text={() =>
            claimMarkdown({ ...claim, link: permalink(window.location.href, exploration.opened.id) }, NUMBERS)
          }
        />
      </div>
    </section>
  );
}
