import { SearchPage } from "@/components/search/SearchPage";

export default function Page() {
  return <SearchPage />;
}
