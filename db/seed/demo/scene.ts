import type { Typed } from "@/lib/forms/model";
import type { Person } from "./people";

export type Scene = {
  person: Person;
  /** Key of the organisation, for an address in its commune. */
  body: string;
  /** Tells two requests of the same kind apart. */
  rank: number;
  /** The day so many days after it was sent, ISO 8601. */
  day: (after: number) => string;
  /** Joins a document of the demo; returns its id. */
  file: (name: string) => string;
};

const STREETS: Record<
  string,
  [postalCode: string, commune: string, insee: string, streets: string[]]
> = {
  bron: [
    "69500",
    "Bron",
    "69029",
    [
      "rue de la Marne",
      "avenue Franklin Roosevelt",
      "rue Guillermin",
      "rue de la Pagère",
      "avenue Camille Rousset",
    ],
  ],
  vaulx: [
    "69120",
    "Vaulx-en-Velin",
    "69256",
    ["rue de la République", "avenue Gabriel Péri", "rue Condorcet", "avenue d’Orcha"],
  ],
  oullins: [
    "69600",
    "Oullins-Pierre-Bénite",
    "69149",
    ["Grande Rue", "boulevard Émile Zola", "rue Orsel"],
  ],
  dardilly: ["69570", "Dardilly", "69072", ["avenue de Verdun", "chemin des Gorges"]],
  metropole: [
    "69003",
    "Lyon 3e",
    "69123",
    ["rue Paul Bert", "cours Lafayette", "rue de Créqui", "avenue Lacassagne", "rue Baraban"],
  ],
};

export const pick = <T>(values: readonly T[], rank: number): T => {
  const value = values[rank % values.length];
  if (value === undefined) throw new Error("nothing to pick");
  return value;
};

export function address({ body, rank }: Scene): Typed {
  const [postalCode, commune, insee, streets] = STREETS[body] ?? [
    "69003",
    "Lyon 3e",
    "69123",
    ["rue Paul Bert"],
  ];
  return {
    "adresse.street": `${((rank * 7) % 60) + 1} ${pick(streets, rank)}`,
    "adresse.postalCode": postalCode,
    "adresse.commune": commune,
    "adresse.insee": insee,
  };
}

export const identity = ({ person }: Scene): Typed => ({
  "demandeur.familyName": person.familyName,
  "demandeur.givenName": person.givenName,
  "demandeur.birthdate": person.birthdate,
  "demandeur.email": person.email,
  "demandeur.phone": person.phone,
});
