export const STATUSES = [
  "draft",
  "submitted",
  "received",
  "in_review",
  "awaiting_resident",
  "accepted",
  "refused",
  "cancelled",
  "closed",
] as const;
export type Status = (typeof STATUSES)[number];

export const CHANNELS = ["portal", "phone", "counter", "mail", "email", "partner"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Prestation, réclamation, information: the three kinds the council's figures count. */
export const REQUEST_KINDS = ["service", "complaint", "information"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Where an answer comes from. */
export const ORIGINS = ["typed", "account", "certified", "vault"] as const;
export type Origin = (typeof ORIGINS)[number];
export type Origins = Record<string, Origin>;
