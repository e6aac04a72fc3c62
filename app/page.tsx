import { HomePage } from "@/components/import/HomePage";
import { listDatasets } from "@/lib/server/datasets";

// The list changes with every import.
export const dynamic = "force-dynamic";

export default async function HomeRoute() {
  return <HomePage datasets={await listDatasets()} />;
}
