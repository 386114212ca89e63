/** What an export is made of. */
export const PART_KINDS = [
  "form",
  "workflow",
  "block",
  "card",
  "list",
  "message",
  "service",
  "category",
] as const;
export type PartKind = (typeof PART_KINDS)[number];
