/** What a member of a partner organisation may do: an owner invites, rotates secrets and asks for production. */
export const MEMBER_ROLES = ["owner", "developer"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const MEMBER_LABELS: Record<MemberRole, string> = {
  owner: "Responsable",
  developer: "Développeur",
};

export const INVITATION_DAYS = 7;

/** Mails to test residents never leave: nobody owns this domain (RFC 2606). */
export const TEST_DOMAIN = "bac-a-sable.test";
export const TEST_MAIL_DAYS = 7;

export const isTestAddress = (address: string) => address.toLowerCase().endsWith(`.${TEST_DOMAIN}`);
