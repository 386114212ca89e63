import "server-only";
import { invalid } from "@/lib/errors";
import { WEAK_PASSWORD } from "../schemas";

/** Refuses a new password that would not hold; `own`: the person's names. The list of known ones is read at first use. */
export const refuseGuessable = async (password: string, own: readonly string[] = []) => {
  const { strengthOf } = await import("../schemas/strength");
  if (strengthOf(password, own) === "refused") throw invalid({ password: WEAK_PASSWORD });
};
