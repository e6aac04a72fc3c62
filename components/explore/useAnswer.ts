"use client";

import { useEffect, useState } from "react";
import type { Loadable } from "@/components/workspace/workspace";

/** Answers of predictors that are kept: going back to a unit and length must not score it again. */
const MAX_ANSWERS = 60;
const answers = new Map<string, Promise<unknown>>();

/** The kept answer, else a new one; failures are not kept, so that coming back tries again. */
export function keptAnswer<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const known = answers.get(key) as Promise<T> | undefined;
  const answer = known ?? ask();
  // Deleting first moves the key to the end: the first key is the one unused for longest.
  answers.delete(key);
  answers.set(key, answer);
  if (known === undefined) answer.catch(() => answers.get(key) === answer && answers.delete(key));
  const oldest = answers.keys().next();
  if (answers.size > MAX_ANSWERS && !oldest.done) answers.delete(oldest.value);
  return answer;
}

/**
 * What the predictor answers to a question.
 * @param key says predictor and question; the same key must mean the same answer
 * @param ask is called once a key; null while the question cannot be asked yet
 */
export function useAnswer<T>(key: string, ask: (() => Promise<T>) | null): Loadable<T> {
  const [state, setState] = useState<{ key: string; answer: Loadable<T> } | null>(null);
  useEffect(() => {
    if (ask === null) return;
    let current = true;
    keptAnswer(key, ask).then(
      (value) => current && setState({ key, answer: { status: "ready", value } }),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (current) setState({ key, answer: { status: "failed", message } });
      },
    );
    return () => {
      current = false;
    };
  }, [key, ask]);
  return state?.key === key ? state.answer : { status: "loading" };
}
