import { JoinPage } from "@/components/import/join/JoinPage";

export default function JoinRoute() {
  return <JoinPage />;
}
