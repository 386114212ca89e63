import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { isWeakPassword } from "../model";

/** What is tried first here, beside the person's own names. */
const HERE =
  "bron caluire compte connect connexion decines dardilly demarches grandlyon guichet lyon mairie metropole motdepasse oullins rhone toodego vaulx venissieux villeurbanne";

/** Longer ones are judged by their beginning. */
const MOST_READ = 64;

const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: MOST_READ });

/** Powers of ten of the guesses needed by somebody who knows how passwords are made. */
const REFUSED_BELOW = 9;
const SOLID_FROM = 11;

export type Strength = "refused" | "fair" | "solid";

/**
 * How long a password holds against whoever tries the best known first (40 000 of them), words, dates, keyboards and
 * the person's `own` names. The same verdict in the browser, which says it early, and on the server, which decides.
 */
export function strengthOf(password: string, own: readonly string[] = []): Strength {
  if (isWeakPassword(password, own)) return "refused";
  const words = own.flatMap((name) => [name, ...name.split(/[^\p{L}]+/u)]).filter(Boolean);
  const { guessesLog10 } = guesser.check(password, [...words, ...HERE.split(" ")]);
  if (guessesLog10 < REFUSED_BELOW) return "refused";
  return guessesLog10 < SOLID_FROM ? "fair" : "solid";
}
