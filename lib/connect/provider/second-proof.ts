import "server-only";
import { interactionPolicy } from "oidc-provider";
import { dueSecondProof } from "@/lib/accounts/queries/factors";

/** As the interaction's `prompt.reasons` name it. */
export const SECOND_PROOF = "second_proof";

/** Whoever works for an organisation gives two proofs, or adds a second one once the first weeks are over. */
export const secondProof = () =>
  new interactionPolicy.Check(
    SECOND_PROOF,
    "two factors are required of this account",
    "login_required",
    async ({ oidc }) => {
      const { accountId, amr } = oidc.session ?? {};
      if (!accountId || amr?.includes("mfa")) return false;
      const due = await dueSecondProof(accountId);
      return due === "give" || due === "enrol";
    },
  );
