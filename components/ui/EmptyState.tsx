/** An empty place says what would fill it and how. */
export function EmptyState({
  title,
  titleAs: Title = "p",
  children,
  action,
}: {
  title: string;
  /** `h1` where nothing else on the page is its heading. */
  titleAs?: "p" | "h1";
  children: React.ReactNode;
  action?: React.ReactNode;
}) {
  return (
    <div className="rounded border border-dashed border-line-strong px-6 py-10 text-center">
      <Title className="text-base font-medium">{title}</Title>
      <p className="mx-auto mt-1 max-w-prose text-muted">{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
