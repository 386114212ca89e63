import * as z from "zod";
import { normaliseEmail } from "./model";

export const email = z
  .string("Écrivez votre adresse de courriel.")
  .max(254, "Cette adresse est trop longue : vérifiez-la.")
  .transform(normaliseEmail)
  .pipe(z.email("Écrivez une adresse de courriel complète, comme prenom.nom@exemple.fr."));

const typedPassword = z.string("Écrivez votre mot de passe.").min(1, "Écrivez votre mot de passe.");

export const authenticateInput = z.object({ email, password: typedPassword.max(1000) });

export type AuthenticateInput = z.output<typeof authenticateInput>;
