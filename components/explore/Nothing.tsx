/** Why a figure has nothing to show, where it would be. */
export const Nothing = ({ children }: { children: React.ReactNode }) => (
  <p role="status" className="max-w-3xl rounded bg-sunken p-4 text-muted">
    {children}
  </p>
);
