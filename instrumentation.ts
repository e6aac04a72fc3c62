/** Runs once when the server starts: the database is made, migrated and given its samples before the first page. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { loadSamples } = await import("./lib/server/samples");
  await loadSamples();
}
