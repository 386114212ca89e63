import { FieldView } from "@/components/forms/field-view";
import type { StepView } from "@/components/forms/view";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { ShownPanel } from "@/lib/requests/model/panels";
import type { Posted } from "@/lib/result";

type Act = (form: FormData) => Promise<void>;
type Props = {
  panels: readonly ShownPanel[];
  /** By panel: what its controls show. */
  views: Readonly<Record<string, StepView>>;
  revision: number;
  posted: Posted;
  fill: Act;
};

function PanelForm({
  panel,
  ...props
}: Props & { panel: Exclude<ShownPanel, { type: "message" }> }) {
  const view = props.views[panel.id];
  const title = `panneau-${panel.id}`;
  return (
    <section aria-labelledby={title} className="rounded-lg bg-warn-soft p-5 sm:p-6">
      <h2 id={title} className="text-h3">
        {panel.label}
      </h2>
      <form action={props.fill} noValidate className="no-print mt-4 space-y-6">
        <Csrf />
        <input type="hidden" name="revision" value={props.revision} />
        <input type="hidden" name="panel" value={panel.id} />
        {panel.type === "form" && view
          ? panel.step.fields.map((field) => <FieldView key={field.id} field={field} view={view} />)
          : null}
        {panel.type === "comment" && (
          <TextArea
            {...fieldOf(props.posted, panel.id)}
            label="Votre commentaire"
            {...(panel.hint ? { hint: panel.hint } : {})}
            rows={3}
          />
        )}
        <Button>Envoyer</Button>
      </form>
    </section>
  );
}

/** What the request's workflow says here, or asks, as long as it is in its status. */
export function FlowPanels(props: Props) {
  if (props.panels.length === 0) return null;
  return (
    <div className="mt-8 space-y-6">
      {props.panels.map((panel) =>
        panel.type === "message" ? (
          <Notice key={panel.id} tone={panel.tone}>
            <p className="break-words whitespace-pre-line">{panel.text}</p>
          </Notice>
        ) : (
          <PanelForm key={panel.id} {...props} panel={panel} />
        ),
      )}
    </div>
  );
}
