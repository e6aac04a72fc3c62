import { Panel } from "@/components/ui/Panel";
import type { Asked } from "./questions";

/** A figure under the question it answers, with two lines on how to read it. */
export function Question({
  asked,
  of = "",
  children,
}: {
  asked: Asked;
  /** What is looked at, where one question is asked of several things. */
  of?: string;
  children: React.ReactNode;
}) {
  const [what, how] = asked.reading;
  return (
    <Panel title={`${asked.question} ${of}`.trim()}>
      <ul aria-label="How to read it" className="-mt-2 mb-3 max-w-4xl text-muted">
        <li>{what}</li>
        <li>{how}</li>
      </ul>
      {children}
    </Panel>
  );
}
