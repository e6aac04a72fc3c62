import { redirect } from "next/navigation";

export default async function DatasetPage({ params }: { params: Promise<{ id: string }> }) {
  redirect(`/datasets/${(await params).id}/data`);
}
