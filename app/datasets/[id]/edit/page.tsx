import { EditPage } from "@/components/import/edit/EditPage";

export default function EditRoute() {
  return <EditPage />;
}
