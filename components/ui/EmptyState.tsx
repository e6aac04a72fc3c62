/** An empty place says what would fill it and how. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children: React.ReactNode;
  action?: React.ReactNode;
}) {
  return (
    <div className="rounded border border-dashed border-line-strong px-6 py-10 text-center">
      <p className="text-base font-medium">{title}</p>
      <p className="mx-auto mt-1 max-w-prose text-muted">{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
