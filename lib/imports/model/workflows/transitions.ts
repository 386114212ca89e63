import type { WorkflowInput } from "@/lib/workflows/schemas/shape";
import { lineOfHtml } from "../html";
import { count } from "../losses";
import { identifier } from "../names";
import { delayOf } from "./delays";
import { type Bench, isOn, tell, whenOf } from "./desk";
import type { PanelInput } from "./panels";
import { audiencesOf } from "./people";

export type WayInput = NonNullable<WorkflowInput["transitions"]>[number];
type On = WayInput["on"];

const CONFIRM = "Confirmez-vous\u202f?";

/** One button per kind of person: the applicant, the agents (these only, unless they are all agents of the unit). */
export function buttonsFor(
  audiences: readonly string[],
  more: { confirm?: string; inBulk: boolean },
): On[] {
  const { inBulk, ...confirm } = more;
  const agents = audiences.filter((one) => one !== "resident");
  const only = agents.includes("agents") ? [] : agents;
  return [
    ...(audiences.includes("resident") ? [{ by: "resident" as const, ...confirm }] : []),
    ...(agents.length > 0 ? [{ by: "agent" as const, ...confirm, only, inBulk }] : []),
  ];
}

function targetOf(bench: Bench): string | undefined {
  const { status = "" } = bench.item.settings;
  const to = bench.job.statuses.get(status);
  if (!to)
    tell(
      bench,
      status === "_previous" ? "retour au statut marqué" : `passage vers «\u00a0${status}\u00a0»`,
      "Aucun statut du circuit ne correspond.",
      "Choisissez un statut.",
    );
  return to;
}

function choice(bench: Bench): On[] {
  const { require_confirmation, confirmation_text, allow_as_mass_action } = bench.item.settings;
  const confirm = isOn(require_confirmation) ? { confirm: confirmation_text ?? CONFIRM } : {};
  const inBulk = isOn(allow_as_mass_action);
  return buttonsFor(audiencesOf(bench.item.by, bench.job.people), { ...confirm, inBulk });
}

function timed(bench: Bench): On[] {
  const { timeout, trigger } = bench.item.settings;
  const after = timeout ? delayOf(timeout, bench.desk) : undefined;
  if (timeout && !after)
    tell(
      bench,
      `délai ${timeout}`,
      "Ce délai ne peut pas être lu.",
      "Écrivez-le en jours ou en heures.",
    );
  return [
    ...(after ? [{ by: "time" as const, after }] : []),
    ...(trigger ? [{ by: "event" as const, event: identifier(trigger, "evenement") }] : []),
  ];
}

const sent = (panels: readonly PanelInput[]): On[] =>
  panels
    .filter(({ type }) => type === "form" || type === "edit")
    .map(({ id }) => ({ by: "form" as const, panel: id }));

function triggersOf(bench: Bench, panels: readonly PanelInput[]): On[] {
  switch (bench.item.type) {
    case "choice":
      return choice(bench);
    case "jumponsubmit":
      return sent(panels);
    case "editable":
      return sent(panels.filter(({ id }) => id === bench.id));
    default:
      return timed(bench);
  }
}

const WAYS = new Set(["choice", "jump", "timeout_jump", "jumponsubmit", "editable"]);
export const isWay = ({ item }: Bench) => WAYS.has(item.type);

/** How a request leaves a status: a button, time, an event, what is sent. */
export function translateWay(
  bench: Bench,
  from: string,
  panels: readonly PanelInput[],
): WayInput[] {
  const isCounted = bench.item.type !== "editable";
  const to = targetOf(bench);
  const when = whenOf(bench);
  const triggers = to ? triggersOf(bench, panels) : [];
  if (isCounted) count(bench.desk.ledger, "actions", triggers.length > 0);
  if (to && triggers.length === 0)
    tell(
      bench,
      `passage «\u00a0${bench.item.type}\u00a0»`,
      "Rien ne le déclenche\u00a0: personne n’y a droit, ou rien n’est à envoyer.",
      "Dites ce qui le déclenche.",
    );
  if (!to || when === null) return [];
  const label = lineOfHtml(bench.item.settings.label ?? "", 500);
  return triggers.map((on, rank) => ({
    id: rank === 0 ? `${bench.id}-go` : `${bench.id}-go-${rank + 1}`,
    label,
    from: [from],
    to,
    on,
    ...when,
  }));
}
