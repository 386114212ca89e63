export const ORGANISATION_KINDS = ["metropole", "commune", "partner"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const AGENT_ROLES = ["agent", "manager", "administrator", "dpo"] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];

export const ROLE_LABELS: Record<AgentRole, string> = {
  agent: "Agent",
  manager: "Responsable",
  administrator: "Administrateur",
  dpo: "Délégué à la protection des données",
};

export const OFFERS = ["full", "restricted", "none"] as const;
export type Offer = (typeof OFFERS)[number];

/** Bands of the agreements, by population municipale; `below`: first population of the next band. */
export const FEE_BANDS = [
  { id: "<5k", below: 5_000, full: 1_800, restricted: 1_400 },
  { id: "5-10k", below: 10_000, full: 5_400, restricted: 4_200 },
  { id: "10-20k", below: 20_000, full: 8_400, restricted: 6_500 },
  { id: "20-40k", below: 40_000, full: 10_800, restricted: 8_400 },
  { id: "40-80k", below: 80_000, full: 14_000, restricted: 10_800 },
  { id: ">80k", below: Number.POSITIVE_INFINITY, full: 18_000, restricted: 14_000 },
] as const;
export type FeeBand = (typeof FEE_BANDS)[number]["id"];

const PILOT_YEAR = 2019;
const PILOT_DISCOUNT = 0.5;

const bandFor = (population: number) =>
  FEE_BANDS.find(({ below }) => population < below) ?? FEE_BANDS[FEE_BANDS.length - 1];

export const feeBandOf = (population: number): FeeBand => bandFor(population)?.id ?? ">80k";

type Agreement = { population: number; offer: Offer; isPilot?: boolean };

/**
 * What a commune pays the Métropole for a year, in euros, taxes included (agreements of 2018:
 * half price in 2019 for the pilot communes).
 */
export function yearlyFee({ population, offer, isPilot = false }: Agreement, year: number) {
  if (offer === "none") return 0;
  const fee = bandFor(population)?.[offer] ?? 0;
  return isPilot && year === PILOT_YEAR ? fee * PILOT_DISCOUNT : fee;
}
