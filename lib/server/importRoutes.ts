import { beginImport, type ImportRun } from "./imports";
import { withUpload, type Upload } from "./uploads";

/** Receives the request's file and imports it; its progress can be asked for, and it can be cancelled, until it is answered. */
export async function withImport<T>(
  request: Request,
  importId: string | undefined,
  work: (upload: Upload, run: ImportRun) => Promise<T>,
): Promise<T> {
  const run = beginImport(importId, request.signal);
  try {
    return await withUpload(request, run.signal, async (upload) => {
      await run.step({ phase: "receiving", share: 1 });
      return work(upload, run);
    });
  } finally {
    run.end();
  }
}
