import * as z from "zod";
import { email } from "@/lib/accounts/schemas";

/** The mailbox of the other account; another name than the one of the form with a password beside it. */
export const askOtherInput = z.object({ mailbox: email });

export const mergeInput = z.object({
  proofId: z.uuid(),
  keptId: z.uuid("Choisissez le compte à garder."),
});
