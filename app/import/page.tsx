import type { Metadata } from "next";
import { ImportPage } from "@/components/import/ImportPage";
import { readers } from "@/lib/core/formats/registry";

export const metadata: Metadata = { title: "Import" };

export default function ImportRoute() {
  // Names only: the readers themselves stay on the server.
  return <ImportPage readers={readers.map(({ id, label }) => ({ id, label }))} />;
}
