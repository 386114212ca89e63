import type { Gender, PostalAddress } from "@/lib/accounts/model";

/** Of every demo account; printed at start. */
export const DEMO_PASSWORD = "Toodego-demo-69!";

type DemoAccount = {
  id: string;
  email: string;
  givenName: string;
  familyName: string;
  gender: Gender;
  birthdate: string;
  phone: string;
  address: PostalAddress;
};

// Invented people; phone numbers from the range kept for fiction (ARCEP, décision 2018-0881).
const at = (line1: string, postalCode: string, commune: string, insee: string) => ({
  line1,
  postalCode,
  commune,
  insee,
});

const demo = (
  number: number,
  mailbox: string,
  names: [string, string, Gender],
  birthdate: string,
  address: PostalAddress,
): DemoAccount => ({
  id: `00000000-0000-4000-8000-0000000000${String(number).padStart(2, "0")}`,
  email: `${mailbox}@exemple.fr`,
  givenName: names[0],
  familyName: names[1],
  gender: names[2],
  birthdate,
  phone: `+336399800${String(number).padStart(2, "0")}`,
  address,
});

export const DEMO_RESIDENTS: readonly DemoAccount[] = [
  demo(1, "usager.bron", ["Samira", "Benali", "female"], "1988-04-17", {
    ...at("14 rue de la Pagère", "69500", "Bron", "69029"),
    line2: "Bâtiment B, 3e étage",
  }),
  demo(
    2,
    "usager.lyon",
    ["Antoine", "Mercier", "male"],
    "1979-11-02",
    at("27 rue Paul Bert", "69003", "Lyon", "69383"),
  ),
  demo(
    3,
    "usager.vaulx",
    ["Fatoumata", "Diallo", "female"],
    "1994-07-25",
    at("8 avenue Georges Dimitrov", "69120", "Vaulx-en-Velin", "69256"),
  ),
];

export const DEMO_STAFF: readonly DemoAccount[] = [
  demo(
    11,
    "agent.bron",
    ["Karim", "Haddad", "male"],
    "1985-02-09",
    at("3 rue Villard", "69500", "Bron", "69029"),
  ),
  demo(
    12,
    "agent.vaulx",
    ["Nathalie", "Ferrand", "female"],
    "1972-09-30",
    at("41 rue de la République", "69120", "Vaulx-en-Velin", "69256"),
  ),
  demo(
    13,
    "agent.metropole",
    ["Julien", "Perret", "male"],
    "1990-06-14",
    at("112 rue de Créqui", "69006", "Lyon", "69386"),
  ),
  demo(
    14,
    "responsable.metropole",
    ["Sophie", "Carron", "female"],
    "1976-05-19",
    at("6 rue du Lac", "69003", "Lyon", "69383"),
  ),
  demo(
    21,
    "admin.bron",
    ["Claire", "Vial", "female"],
    "1981-12-05",
    at("60 avenue Franklin Roosevelt", "69500", "Bron", "69029"),
  ),
  demo(
    22,
    "admin.metropole",
    ["Hugo", "Lambert", "male"],
    "1987-03-21",
    at("19 rue de Marseille", "69007", "Lyon", "69387"),
  ),
  demo(
    23,
    "dpo.metropole",
    ["Isabelle", "Roche", "female"],
    "1968-08-11",
    at("5 montée de Choulans", "69005", "Lyon", "69385"),
  ),
];

/** Connects services for a partner organisation, at /partenaires. */
export const DEMO_PARTNERS: readonly DemoAccount[] = [
  demo(
    31,
    "partenaire",
    ["Inès", "Roux", "female"],
    "1992-01-27",
    at("2 rue de la Piscine", "69100", "Villeurbanne", "69266"),
  ),
];

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...DEMO_RESIDENTS,
  ...DEMO_STAFF,
  ...DEMO_PARTNERS,
];
