import { DEMO_RESIDENTS, DEMO_STAFF } from "@/db/seed/demo-accounts";
import { idOf } from "@/db/seed/ids";
import type { AgentRole } from "@/lib/organisations/model";
import { slugOf } from "@/lib/territory/model";

export type Person = {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  birthdate: string;
  /** Has an account: their requests are theirs; the others hold a tracking code. */
  accountId: string | null;
};

const mailbox = (email: string) => email.split("@")[0] ?? "";

const holders = DEMO_RESIDENTS.map((account) => ({
  key: mailbox(account.email),
  givenName: account.givenName,
  familyName: account.familyName,
  email: account.email,
  phone: account.phone,
  birthdate: account.birthdate,
  accountId: account.id,
}));

// Invented people; phone numbers from the range kept for fiction (ARCEP, décision 2018-0881).
const STRANGERS = [
  ["marc", "Marc", "Delorme", "1961-03-08"],
  ["lea", "Léa", "Fontaine", "1997-10-19"],
  ["yanis", "Yanis", "Cherif", "1990-01-27"],
  ["odile", "Odile", "Perrin", "1948-06-30"],
  ["tomas", "Tomás", "Ferreira", "1983-12-12"],
  ["aicha", "Aïcha", "Traoré", "1975-05-04"],
  ["bruno", "Bruno", "Gaillard", "1969-09-23"],
  ["mei", "Mei", "Nguyen", "1992-02-15"],
] as const;

const strangers = STRANGERS.map(([key, givenName, familyName, birthdate], index) => ({
  key,
  givenName,
  familyName,
  email: `${key}.${slugOf(familyName)}@exemple.fr`,
  phone: `06 39 98 01 ${String(index + 10)}`,
  birthdate,
  accountId: null,
}));

export const PEOPLE: readonly Person[] = [...holders, ...strangers];

export type AgentSeed = {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  body: string;
  roles: AgentRole[];
  /** Units whose requests they treat; « all » for those of the organisation. */
  units: string[] | "all";
};

const staff = (key: string) => {
  const account = DEMO_STAFF.find(({ email }) => mailbox(email) === key);
  if (!account) throw new Error(`no demo account ${key}`);
  const { givenName, familyName, email } = account;
  return { key, givenName, familyName, email };
};

const colleague = (key: string, givenName: string, familyName: string) => ({
  key,
  givenName,
  familyName,
  email: `${key}@exemple.fr`,
});

export const AGENTS: readonly AgentSeed[] = [
  {
    ...staff("agent.bron"),
    body: "bron",
    roles: ["agent"],
    units: ["voirie", "proprete", "accueil", "scolaire"],
  },
  {
    ...colleague("sofia.marchand", "Sofia", "Marchand"),
    body: "bron",
    roles: ["agent"],
    units: ["scolaire", "etat-civil", "voirie"],
  },
  { ...staff("agent.vaulx"), body: "vaulx", roles: ["agent"], units: "all" },
  { ...staff("agent.metropole"), body: "metropole", roles: ["agent"], units: "all" },
  {
    ...staff("responsable.metropole"),
    body: "metropole",
    roles: ["agent", "manager"],
    units: ["relation"],
  },
  {
    ...colleague("elodie.garnier", "Élodie", "Garnier"),
    body: "metropole",
    roles: ["agent"],
    units: ["voirie", "dechets"],
  },
  { ...staff("admin.bron"), body: "bron", roles: ["administrator", "manager"], units: "all" },
  { ...staff("admin.metropole"), body: "metropole", roles: ["administrator"], units: [] },
  { ...staff("dpo.metropole"), body: "metropole", roles: ["dpo"], units: [] },
  {
    ...colleague("ines.moreau", "Inès", "Moreau"),
    body: "oullins",
    roles: ["agent", "manager"],
    units: "all",
  },
  {
    ...colleague("paul.chevalier", "Paul", "Chevalier"),
    body: "dardilly",
    roles: ["agent", "manager", "administrator"],
    units: "all",
  },
];

export const agentId = (key: string) => idOf(`agent:${key}`);
export const residentId = (key: string) => idOf(`resident:${key}`);

export function personOf(key: string) {
  const person = PEOPLE.find((known) => known.key === key);
  if (!person) throw new Error(`nobody called ${key}`);
  return person;
}
