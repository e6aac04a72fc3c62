import { useId } from "react";

type PanelProps = {
  title: string;
  /** One line under the title: what the panel answers or rests on. */
  lead?: React.ReactNode;
  /** Controls at the right of the title. */
  actions?: React.ReactNode;
  className?: string;
  children: React.ReactNode;
};

/** A titled part of a page. */
export function Panel({ title, lead, actions, className = "", children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={`min-w-0 rounded border border-line bg-surface p-4 ${className}`}
    >
      <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {lead && <p className="text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
