import { DataPage } from "@/components/data/DataPage";

export default function DataRoute() {
  return <DataPage />;
}
