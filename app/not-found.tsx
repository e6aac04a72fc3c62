import Link from "next/link";
import { EmptyState } from "@/components/ui/EmptyState";

export default function NotFound() {
  return (
    <div className="p-4">
      <EmptyState
        title="There is nothing at this address"
        titleAs="h1"
        action={
          <Link href="/" className="text-accent underline">
            See all datasets
          </Link>
        }
      >
        The dataset may have been deleted, or the address mistyped.
      </EmptyState>
    </div>
  );
}
