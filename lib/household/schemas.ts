import * as z from "zod";
import { email } from "@/lib/accounts/schemas";
import { parseDay } from "@/lib/format/date";
import { asDay } from "@/lib/requests/model";
import { isMinor } from "./model";

const line = (missing: string) =>
  z.string(missing).trim().min(1, missing).max(80, "80\u00a0caractères au plus.");

const birthdate = z.string().transform((typed, ctx) => {
  const day = parseDay(typed);
  const today = asDay(new Date());
  if (day && day <= today && isMinor(day, today)) return day;
  const message =
    day && day < today
      ? "Cette personne a 18\u00a0ans ou plus\u00a0: elle peut ouvrir son propre compte."
      : "Écrivez une date de naissance comme 27/03/2018.";
  ctx.addIssue({ code: "custom", message });
  return z.NEVER;
});

const child = {
  givenName: line("Écrivez le prénom de l’enfant."),
  familyName: line("Écrivez le nom de naissance de l’enfant."),
  birthdate,
  birthplace: line("Écrivez la commune de naissance, ou le pays."),
};

const authority = z.literal(
  "oui",
  "Cochez la case pour déclarer que vous exercez l’autorité parentale.",
);

/** `id` is chosen by the form: sent twice, it writes once. */
export const addChildInput = z.object({
  id: z.uuid("Rechargez la page, puis recommencez."),
  ...child,
  authority,
});
export const updateChildInput = z.object(child);
export const inviteParentInput = z.object({ email });
export const joinInput = z.object({ authority });
export const childId = z.uuid();

export type AddChildInput = z.output<typeof addChildInput>;
export type UpdateChildInput = z.output<typeof updateChildInput>;
