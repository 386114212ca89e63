import type { MemberRole } from "./model";

/** What a member may do for their organisation; row level security says the same of members and invitations. */
export const MEMBER_ACTS = [
  "read",
  "configure",
  "rotate-secret",
  "invite",
  "remove-member",
  "ask-production",
  "activate",
] as const;
export type MemberAct = (typeof MEMBER_ACTS)[number];

const OWNERS_ONLY: readonly MemberAct[] = ["invite", "remove-member", "activate"];

export const mayDo = (role: MemberRole, act: MemberAct) =>
  role === "owner" || !OWNERS_ONLY.includes(act);
