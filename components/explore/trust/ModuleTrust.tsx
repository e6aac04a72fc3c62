"use client";

import { useState } from "react";
import type { Module, ModuleScore } from "@/lib/core/module";
import { encodeModule } from "@/lib/core/moduleCode";
import { ClaimCard } from "../leave/ClaimCard";
import { ChallengePanel } from "./ChallengePanel";
import type { ModuleEffect } from "./EffectOf";
import { useChallenge } from "./useChallenge";

/** Puts a module's claim to the data on demand, and offers what comes out as a claim card. */
export function ModuleTrust({
  module,
  score,
  effect,
}: {
  module: Module;
  score: ModuleScore;
  effect: ModuleEffect | null;
}) {
  const key = encodeModule(module);
  const [wantedFor, setWantedFor] = useState<string | null>(null);
  const wanted = wantedFor === key;
  const challenge = useChallenge(module, wanted);
  return (
    <>
      <ChallengePanel module={module} wanted={wanted} onWant={() => setWantedFor(key)} />
      {wanted && challenge.status === "ready" && effect && (
        <ClaimCard module={module} score={score} effect={effect} challenge={challenge.value} />
      )}
    </>
  );
}
