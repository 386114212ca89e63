import type { WorkflowInput } from "@/lib/workflows/schemas/shape";
import type { PublikStatus } from "../../schemas/publik";
import { isAction, loseItem, translateAction } from "./actions";
import { benchOf, type Job } from "./desk";
import { isPanel, translatePanel } from "./panels";
import { isWay, translateWay, type WayInput } from "./transitions";
import { translateSource } from "./words";

export type StatusInput = WorkflowInput["statuses"][number];
/** A status of ours, how requests leave it, and whether Publik says that it is an end. */
export type Made = { status: StatusInput; ways: WayInput[]; isEnd: boolean; name: string };

/** Whoever is not told of a status reads that the request is being treated. */
const HIDDEN = "En cours de traitement";
const isHidden = (visibility: readonly string[]) =>
  visibility.some(Boolean) && !visibility.includes("_submitter");

function eachOf({ loop, name }: PublikStatus, job: Job): Pick<StatusInput, "each"> {
  if (!loop) return {};
  const desk = { scope: job.scope, ledger: job.ledger, where: name };
  const source = translateSource(loop.over, desk);
  if (source.kind !== "computed") return {};
  const to = job.statuses.get(loop.after ?? "");
  return { each: { items: source.expression, ...(to ? { to } : {}) } };
}

export function translateStatus(publik: PublikStatus, job: Job): Made {
  const id = job.statuses.get(publik.id) ?? publik.id;
  const benches = publik.items.map((item) => benchOf(item, publik.name, job));
  const isSent = publik.items.some(({ type }) => type === "jumponsubmit");
  const panels = benches.filter(isPanel).flatMap((bench) => translatePanel(bench, isSent));
  for (const bench of benches)
    if (!isPanel(bench) && !isAction(bench) && !isWay(bench)) loseItem(bench);
  const resident = isHidden(publik.visibility) ? HIDDEN : publik.name;
  return {
    name: publik.name,
    isEnd: publik.isEnd,
    status: {
      id,
      label: { agent: publik.name.slice(0, 500), resident: resident.slice(0, 500) },
      phase: "in_review",
      panels,
      onEnter: benches.filter(isAction).flatMap(translateAction),
      ...eachOf(publik, job),
    },
    ways: benches
      .filter((bench) => isWay(bench) && !isAction(bench))
      .flatMap((bench) => translateWay(bench, id, panels)),
  };
}
