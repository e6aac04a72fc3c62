"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { ChoiceTabs } from "@/components/explore/ChoiceTabs";
import { Panel } from "@/components/ui/Panel";
import { NETWORK_FORMS } from "@/lib/core/export/networkFile";
import { useBuild } from "./build";
import { ArchitectureFile } from "./export/ArchitectureFile";
import { ARCHITECTURE_FORMS, FORM_LABELS, FORMS, isNetworkForm, type Form } from "./export/forms";
import { NetworkFile } from "./export/NetworkFile";
import { useArchitectureFiles } from "./export/useArchitectureFiles";

const choicesOf = (forms: readonly Form[]) => forms.map((value) => ({ value, label: FORM_LABELS[value] }));

/** Shows the file before it is taken. */
export function ExportPanel() {
  const { architecture, issues } = useBuild();
  const [form, setForm] = useQueryState(
    "export",
    parseAsStringLiteral(FORMS).withDefault("json").withOptions({ history: "replace" }),
  );
  const files = useArchitectureFiles();
  const choose = (next: Form) => void setForm(next);
  return (
    <Panel
      title="Export"
      lead="The JSON holds the architecture in feature values and in the source's own notation, with what predicted it; it can be uploaded again. As a network it runs elsewhere."
    >
      {files === null || architecture === null ? (
        <p className="text-muted">
          {issues.length > 0
            ? `A complete draft can be exported. Still missing: ${issues.map(({ message }) => message).join("; ")}.`
            : "Predicting first, because the file says what was predicted."}
        </p>
      ) : (
        <div className="grid min-w-0 gap-3">
          <ChoiceTabs
            legend="Architecture"
            choices={choicesOf(ARCHITECTURE_FORMS.filter((candidate) => candidate !== "ofa" || files.ofa))}
            value={form}
            onChange={choose}
          />
          <ChoiceTabs legend="Network" choices={choicesOf(NETWORK_FORMS)} value={form} onChange={choose} />
          {isNetworkForm(form) ? (
            <NetworkFile form={form} architecture={architecture} />
          ) : (
            <ArchitectureFile key={form} form={form} files={files} />
          )}
        </div>
      )}
    </Panel>
  );
}
