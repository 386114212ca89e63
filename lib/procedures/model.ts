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

/** What a procedure's page says besides its figures. */
export type ProcedureContent = {
  /** For whom, in one or two sentences. */
  audience: string;
  /** When to ask, if there is a time for it: « 15 jours avant, au plus tard ». */
  deadline?: string;
  papers: { title: string; note?: string }[];
  /** What happens once it is sent, step by step. */
  next: string[];
  remedies: string;
  /** How long the request is kept, and why. */
  retention: string;
};
