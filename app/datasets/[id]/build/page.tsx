import { BuildPage } from "@/components/build/BuildPage";

export default function Page() {
  return <BuildPage />;
}
