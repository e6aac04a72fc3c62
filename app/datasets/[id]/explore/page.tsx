import { ExplorePage } from "@/components/explore/ExplorePage";

export default function Page() {
  return <ExplorePage />;
}
