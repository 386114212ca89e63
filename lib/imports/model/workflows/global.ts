import type { Since } from "@/lib/workflows/schemas/delays";
import type { PublikWorkflow } from "../../schemas/publik";
import { lineOfHtml } from "../html";
import { lose } from "../losses";
import { identifier, type Names } from "../names";
import { isAction, loseItem, translateAction } from "./actions";
import { benchOf, isOn, type Job } from "./desk";
import { audiencesOf } from "./people";
import { buttonsFor, type WayInput } from "./transitions";
import { type Desk, translateSource } from "./words";

type GlobalAction = PublikWorkflow["globalActions"][number];
type Trigger = GlobalAction["triggers"][number];
type On = WayInput["on"];

/** From when the days are counted. */
function sinceOf({ settings }: Trigger, job: Job, desk: Desk): Since | undefined {
  const { anchor, anchor_template, anchor_status_first = "", anchor_status_latest = "" } = settings;
  const status = job.statuses.get(
    (anchor_status_first || anchor_status_latest).replace(/^wf-/, ""),
  );
  switch (anchor) {
    case "creation":
      return { from: "submission" };
    case "finalized":
      return { from: "end" };
    case "1st-arrival":
    case "latest-arrival":
      return status ? { from: "reached", status } : { from: "status" };
    case "template": {
      const date = translateSource(anchor_template ?? "", desk);
      return date.kind === "computed" ? { from: "date", date: date.expression } : undefined;
    }
    default:
      return undefined;
  }
}

function daysOf({ settings: { timeout = "" } }: Trigger, desk: Desk) {
  if (/^\d{1,6}$/.test(timeout)) return Number(timeout);
  const source = translateSource(timeout, desk);
  return source.kind === "computed" ? source.expression : undefined;
}

function timed(trigger: Trigger, job: Job, desk: Desk): On[] {
  const since = sinceOf(trigger, job, desk);
  const amount = daysOf(trigger, desk);
  return since && amount !== undefined
    ? [{ by: "time", after: { amount, unit: "days" }, since }]
    : [];
}

function triggersOf(trigger: Trigger, job: Job, desk: Desk): On[] {
  const { type, settings, roles } = trigger;
  switch (type) {
    case "manual": {
      const confirm = isOn(settings.require_confirmation)
        ? { confirm: "Confirmez-vous\u202f?" }
        : {};
      const inBulk = isOn(settings.allow_as_mass_action);
      return buttonsFor(audiencesOf(roles, job.people), { ...confirm, inBulk });
    }
    case "timeout":
      return timed(trigger, job, desk);
    case "webservice":
      return [{ by: "event", event: identifier(settings.identifier ?? "", "evenement") }];
    default:
      return [];
  }
}

function statusesOf({ statuses }: Trigger, job: Job): WayInput["from"] {
  const ids = statuses.flatMap((id) => job.statuses.get(id.replace(/^wf-/, "")) ?? []);
  return ids.length > 0 ? ids : "any";
}

/** What may be done whatever the status: by hand, in time, or because another system says so. */
export function translateGlobal(action: GlobalAction, job: Job, names: Names): WayInput[] {
  const benches = action.items.map((item) => benchOf(item, action.name, job));
  const desk = { scope: job.scope, ledger: job.ledger, where: action.name };
  for (const bench of benches) if (!isAction(bench)) loseItem(bench);
  const actions = benches.filter(isAction).flatMap(translateAction);
  const label = lineOfHtml(action.name, 500);
  return action.triggers.flatMap((trigger) => {
    const found = triggersOf(trigger, job, desk);
    if (found.length === 0)
      lose(job.ledger, {
        where: action.name,
        what: `déclencheur «\u00a0${trigger.type}\u00a0»`,
        why: "Personne n’y a droit, ou son délai ne peut pas être lu.",
        todo: "Dites ce qui déclenche cette action.",
      });
    return found.map((on): WayInput => {
      const id = names.take(identifier(action.name, "action"));
      const own = actions.map((one) => ({ ...one, id: names.take(one.id) }));
      return { id, label, from: statusesOf(trigger, job), on, actions: own };
    });
  });
}
