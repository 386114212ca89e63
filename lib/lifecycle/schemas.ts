import * as z from "zod";
import { email } from "@/lib/accounts/schemas";
import { EVIDENCE } from "./model/recovery";

/** The mailbox of the other account; another name than the one of the form with a password beside it. */
export const askOtherInput = z.object({ mailbox: email });

export const mergeInput = z.object({
  proofId: z.uuid(),
  keptId: z.uuid("Choisissez le compte à garder."),
});

/** Nothing is kept, nor left, that was not pressed. */
export const keepInput = z.object({
  choice: z.enum(["keep", "leave"], "Choisissez de garder votre compte, ou de le quitter."),
});

/** By an agent, with the person in front of them. */
export const askRecoveryInput = z
  .object({
    email,
    newEmail: email,
    reason: z
      .string("Écrivez pourquoi.")
      .trim()
      .min(10, "Écrivez en quelques mots ce qui est arrivé.")
      .max(1000, "1\u00a0000\u00a0caractères au plus."),
    evidence: z.array(z.enum(EVIDENCE)),
  })
  .refine(({ evidence }) => evidence.includes("identity-paper"), {
    path: ["evidence"],
    message: "Sans pièce d’identité vue en personne, un compte ne peut pas être récupéré.",
  })
  .refine(({ email: before, newEmail }) => before !== newEmail, {
    path: ["newEmail"],
    message: "C’est l’adresse actuelle du compte. Écrivez celle que la personne lit.",
  });

export type AskRecoveryInput = z.output<typeof askRecoveryInput>;
