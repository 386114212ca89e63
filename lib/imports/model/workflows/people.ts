import type { Recipient } from "@/lib/workflows/schemas/actions/tell";
import type { PublikParty } from "../../schemas/publik";
import { identifier } from "../names";
import { type Desk, translateWords } from "./words";

/** Functions of the workflow by the id that we give them; roles of their installation become functions. */
export type People = Map<string, string>;

/** `_submitter` asks; `_receiver` treats; `_other` is a function; anything else, a role by its name. */
export function audienceOf({ id, name }: PublikParty, people: People): string {
  if (/^_(submitter|user|creator)/.test(id)) return "resident";
  if (id === "_receiver") return "agents";
  const known = identifier(id.replace(/^_/, ""), "fonction");
  const label = people.get(known) ?? name.replace(/^_/, "");
  const safe = ["resident", "agents", "assignee"].includes(known) ? `fonction-${known}` : known;
  people.set(safe, label.slice(0, 500) || safe);
  return safe;
}

const isAddress = ({ name }: PublikParty) => /\{[{%]|@|^=/.test(name);

export const audiencesOf = (parties: readonly PublikParty[], people: People): string[] => [
  ...new Set(
    parties
      .filter((party) => party.id !== "" && !isAddress(party))
      .map((p) => audienceOf(p, people)),
  ),
];

/** Who a message goes to: people of the request, or an address that is computed. */
export const recipientsOf = (
  parties: readonly PublikParty[],
  people: People,
  desk: Desk,
): Recipient[] => [
  ...audiencesOf(parties, people),
  ...parties.filter(isAddress).map(({ name }) => ({ address: translateWords(name, desk) })),
];
