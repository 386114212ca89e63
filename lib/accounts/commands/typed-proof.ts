import "server-only";
import { parseInput } from "@/lib/errors";
import { recoveryProofInput, totpProofInput } from "../schemas";
import { byRecoveryCode, byTotp, type SecondProof } from "./second-step";

/** What was typed on the form of a second step: a code of the application, or one from paper. */
export function byTyped(form: FormData): { field: string; proof: SecondProof } {
  const typed = Object.fromEntries(form);
  if (!form.has("recovery"))
    return { field: "code", proof: byTotp(parseInput(totpProofInput, typed).code) };
  const { recovery } = parseInput(recoveryProofInput, typed);
  return { field: "recovery", proof: byRecoveryCode(recovery) };
}
