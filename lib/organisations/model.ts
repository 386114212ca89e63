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

/** Connect alone (GLC): free, five years. */
export const AGREEMENT_KINDS = ["connect"] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];
