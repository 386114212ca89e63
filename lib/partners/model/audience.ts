import type { Environment } from "./addresses";

export type Visitor = {
  environment: Environment;
  /** The partner that the client belongs to. */
  organisationId: string | null;
  /** The partner whose test resident this account is. */
  testOf: string | null;
  /** A member of the client's own partner. */
  isMember: boolean;
};

/**
 * A sandbox client knows its partner's test residents and members, and nobody else; a service in production knows no
 * test resident.
 */
export function mayEnter({ environment, organisationId, testOf, isMember }: Visitor) {
  if (environment === "production") return testOf === null;
  return isMember || (testOf !== null && testOf === organisationId);
}
