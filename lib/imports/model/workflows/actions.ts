import { count } from "../losses";
import { call } from "./calling";
import { anonymise, criticality, dispatch, jump, redirect, remove, setFields } from "./changing";
import { type ActionInput, type Bench, tell, whenOf } from "./desk";
import { createCard, createRequest, updateCard } from "./making";
import { mail, note, notification, sms } from "./telling";

type Maker = (bench: Bench) => ActionInput | ActionInput[] | undefined;

/** What is done at once, by the kind of item. */
const MAKERS: Readonly<Record<string, Maker>> = {
  sendmail: mail,
  sendsms: sms,
  notification,
  user_notification: notification,
  "register-comment": note,
  webservice_call: call,
  "set-backoffice-fields": setFields,
  create_carddata: createCard,
  edit_carddata: updateCard,
  create_formdata: createRequest,
  dispatch,
  modify_criticality: criticality,
  anonymise,
  remove,
  redirect_to_url: redirect,
  jump,
  redirect_to_status: jump,
};

export const isAction = ({ item: { type, settings } }: Bench) =>
  type === "jump"
    ? !settings.timeout && !settings.trigger && !/timeout|trigger/.test(settings.mode ?? "")
    : Object.hasOwn(MAKERS, type);

/** An item done at once, as our actions; none when it is never done, or cannot be. */
export function translateAction(bench: Bench): ActionInput[] {
  const when = whenOf(bench);
  const made = MAKERS[bench.item.type]?.(bench);
  count(bench.desk.ledger, "actions", made !== undefined);
  if (when === null || made === undefined) return [];
  return [made].flat().map((action) => {
    const both =
      action.when && when.when ? { op: "and" as const, of: [when.when, action.when] } : null;
    return { ...when, ...action, ...(both ? { when: both } : {}) };
  });
}

/** Kept as data, and told: nothing of ours does it yet. */
export function loseItem(bench: Bench) {
  count(bench.desk.ledger, "actions", false);
  const { type, settings } = bench.item;
  const said = Object.entries(settings).map(([name, text]) => `${name}=${text.slice(0, 80)}`);
  tell(
    bench,
    `action «\u00a0${type}\u00a0» ${said.join(", ")}`.trim().slice(0, 500),
    "Rien chez nous ne fait encore cela.",
    "Faites-le à la main, ou par un appel de service.",
  );
}
