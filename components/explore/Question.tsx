import { Panel } from "@/components/ui/Panel";
import type { Lens } from "./questions";

/** A figure under the question it answers, with two lines on how to read it. */
export function Question({
  lens,
  of = "",
  children,
}: {
  lens: Lens;
  /** What is looked at, where one question is asked of several things. */
  of?: string;
  children: React.ReactNode;
}) {
  const [what, how] = lens.reading;
  return (
    <Panel title={`${lens.question} ${of}`.trim()}>
      <ul aria-label="How to read it" className="-mt-2 mb-3 max-w-4xl text-muted">
        <li>{what}</li>
        <li>{how}</li>
      </ul>
      {children}
    </Panel>
  );
}
