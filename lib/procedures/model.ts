export const AUDIENCES = ["individuals", "companies", "associations"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const CATEGORIES = [
  "children",
  "housing",
  "papers",
  "streets",
  "waste",
  "mobility",
  "contact",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How an organisation provides a procedure: treated here, or a link to its own site. */
export const PROVISION_MODES = ["here", "link"] as const;
export type ProvisionMode = (typeof PROVISION_MODES)[number];

/** What the administration's silence means once the legal delay is over (CRPA L231-1, L231-4). */
export const SILENCES = ["acceptance", "refusal", "none"] as const;
export type Silence = (typeof SILENCES)[number];
