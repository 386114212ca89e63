import { Notice } from "@/components/ui/notice";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { formatTime } from "@/lib/format/date";
import type { SummaryRow as Row } from "@/lib/forms/model";
import { ELSEWHERE } from "@/lib/forms/model/differences";
import { Answer } from "./recap";
import type { StepView } from "./view";

type Props = { rows: readonly Row[] | null; files: StepView["files"]; savedAt: Date | null };

/** Two windows filled one step: what the other one wrote, above the form that holds what was typed here. */
export function OtherWindow({ rows, files, savedAt }: Props) {
  if (!rows) return null;
  return (
    <div id={ELSEWHERE} tabIndex={-1} className="mt-6">
      <Notice tone="warn" title="Enregistré dans l’autre fenêtre">
        <p>
          {savedAt && `À ${formatTime(savedAt)}. `}
          Le formulaire ci-dessous garde ce que vous avez écrit ici. Si vous continuez, vos réponses
          d’ici remplacent celles-ci&nbsp;:
        </p>
        <SummaryList className="mt-3">
          {rows.map((row) => (
            <SummaryRow key={row.name} term={row.label}>
              <Answer row={row} files={files} />
            </SummaryRow>
          ))}
        </SummaryList>
      </Notice>
    </div>
  );
}
