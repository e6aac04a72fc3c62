import type { Metadata } from "next";
import { Gallery } from "@/components/explore/Gallery";

export const metadata: Metadata = { title: "Figures" };

export default function Page() {
  return <Gallery />;
}
