import type * as z from "zod";
import type { Action, action } from "@/lib/workflows/schemas/actions";
import type { PublikItem } from "../../schemas/publik";
import type { Library } from "../library";
import { type Ledger, lose } from "../losses";
import type { People } from "./people";
import type { FlowScope } from "./scope";
import { type Desk, translateWhen } from "./words";

export type ActionInput = z.input<typeof action>;
export type { Action };

/** A workflow on its way: what it is made of, and what is told of it. */
export type Job = {
  scope: FlowScope;
  people: People;
  library: Library;
  ledger: Ledger;
  /** Our ids of their statuses, and of their internal fields. */
  statuses: ReadonlyMap<string, string>;
  fields: ReadonlyMap<string, string>;
  /** Our ids of their items. */
  ids: ReadonlyMap<PublikItem, string>;
};

/** One item being translated. */
export type Bench = { item: PublikItem; job: Job; desk: Desk; id: string };

export const benchOf = (item: PublikItem, place: string, job: Job): Bench => {
  const { label = "" } = item.settings;
  const where = [place, label || item.type].join(" › ");
  const id = job.ids.get(item) ?? item.type;
  return { item, job, id, desk: { scope: job.scope, ledger: job.ledger, where } };
};

export const idOf = ({ id }: Bench) => id;

export function tell({ desk }: Bench, what: string, why: string, todo: string) {
  lose(desk.ledger, { where: desk.where, what, why, todo });
}

/** `null`: never. */
export function whenOf({ item, desk }: Bench) {
  const when = translateWhen(item.condition, desk);
  if (when === "never") return null;
  return when ? { when } : {};
}

/** Settings that change nothing of what an item does here. */
export const isOn = (text: string | undefined) => /^(true|on|yes)$/i.test(text ?? "");
