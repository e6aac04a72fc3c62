import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WorkspaceHeader } from "@/components/workspace/WorkspaceHeader";
import { WorkspaceProvider } from "@/components/workspace/WorkspaceProvider";
import { findDataset } from "@/lib/server/datasets";

type LayoutProps = { params: Promise<{ id: string }>; children: React.ReactNode };

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const dataset = await findDataset((await params).id);
  return { title: dataset?.name ?? "No such dataset" };
}

export default async function DatasetLayout({ params, children }: LayoutProps) {
  const dataset = await findDataset((await params).id);
  if (dataset === null) notFound();
  return (
    <WorkspaceProvider key={dataset.id} dataset={dataset}>
      <WorkspaceHeader />
      <div className="p-4">{children}</div>
    </WorkspaceProvider>
  );
}
