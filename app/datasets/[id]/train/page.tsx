import { TrainPage } from "@/components/train/TrainPage";

export default function Page() {
  return <TrainPage />;
}
