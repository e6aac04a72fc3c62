import { useRouter } from "next/navigation";

/** Opens the data of a dataset that was just changed: what the pages of it hold in memory is read again. */
export function useOpenAnew(datasetId: string): () => void {
  const router = useRouter();
  return () => {
    router.push(`/datasets/${datasetId}/data`);
    router.refresh();
  };
}
