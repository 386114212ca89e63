import type { Value } from "@/lib/expressions/model";
import { saidOf } from "@/lib/expressions/model/writing";
import { type Answers, type SummaryRow, type SummarySection, summary } from "@/lib/forms/model";
import type { Step } from "@/lib/forms/schemas";
import { type Mover, panels } from "@/lib/workflows/model";
import type { WorkflowDefinition } from "@/lib/workflows/schemas";
import type { PanelOf } from "@/lib/workflows/schemas/panels";
import { type FlowingRequest, scopeNow, stateOf, worldNow } from "./flow";

/** A sub-form is asked like a step of the procedure's form. */
export type ShownPanel =
  | { type: "message"; id: string; tone: PanelOf<"message">["tone"]; text: string }
  | { type: "form"; id: string; label: string; step: Step }
  | { type: "comment"; id: string; label: string; hint: string | null; isRequired: boolean };

const stepOf = ({ id, label, fields }: PanelOf<"form">): Step => ({ id, title: label, fields });

/** What the request's workflow shows this person now, or asks them. */
export function shownPanels(request: FlowingRequest, mover: Mover): ShownPanel[] {
  const scope = scopeNow(request);
  return panels(request.workflow, stateOf(request), mover, worldNow()).flatMap(
    (panel): ShownPanel[] => {
      const { id } = panel;
      if (panel.type === "message") {
        const text = worldNow().render(panel.words, scope);
        return [{ type: "message", id, tone: panel.tone, text }];
      }
      if (panel.type === "form")
        return [{ type: "form", id, label: panel.label, step: stepOf(panel) }];
      if (panel.type !== "comment") return [];
      const { label, hint = null, isRequired } = panel;
      return [{ type: "comment", id, label, hint, isRequired }];
    },
  );
}

type Named = { id: string; label?: string };

/** As the workflow computed it, whatever the kind of the field. */
function internalRow({ id, label }: Named, value: unknown): SummaryRow[] {
  const said = saidOf((value ?? null) as Value);
  if (said === "" || !label) return [];
  const row = { fileIds: [], origin: "typed", isSensitive: false } as const;
  return [{ ...row, name: `internal.${id}`, label, lines: [said], fileIds: [] }];
}

const internalSection = ({ workflow, flow }: FlowingRequest): SummarySection => ({
  stepId: "internal",
  title: "Champs internes",
  rows: workflow.fields.flatMap((field) => internalRow(field as Named, flow.internal?.[field.id])),
});

const formsOf = ({ statuses }: WorkflowDefinition) =>
  statuses.flatMap(({ panels }) => panels).filter((panel) => panel.type === "form");

/** What its workflow has noted: sub-forms that this side may fill in and, for agents, internal fields. */
export function flowSections(request: FlowingRequest, who: "agent" | "resident"): SummarySection[] {
  const { workflow, flow } = request;
  const forms = formsOf(workflow).filter(({ by }) => who === "agent" || by.includes("resident"));
  const filled = forms.flatMap((panel) => {
    const answers = flow.forms?.[panel.id];
    return answers ? summary({ steps: [stepOf(panel)] }, answers as Answers) : [];
  });
  const sections = who === "agent" ? [...filled, internalSection(request)] : filled;
  return sections.filter(({ rows }) => rows.length > 0);
}
