import { frenchSpaces } from "@/lib/format/text";

export type Environment = "sandbox" | "production";

const MOST = 10;
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;
const IP = /^(\d+\.){3}\d+$|^\[/;

/** Which of our own names another service may not point at. */
type Ours = readonly string[];

const isLocal = ({ hostname }: URL) => LOCAL.test(hostname);

/** What is wrong with the form of an address, whatever it is for. */
function formOf(text: string, url: URL) {
  if (/\s/.test(text)) return "contient une espace";
  if (text.includes("*")) return "contient «\u00a0*\u00a0»\u00a0: écrivez chaque adresse en entier";
  if (url.username || url.password) return "contient un nom d’utilisateur ou un mot de passe";
  if (text.includes("#"))
    return "contient «\u00a0#\u00a0»\u00a0: le fragment n’est jamais envoyé au serveur";
  return null;
}

function schemeOf(url: URL, environment: Environment) {
  if (url.protocol === "https:") return null;
  if (url.protocol !== "http:") return "doit commencer par https://";
  if (!isLocal(url)) return "doit commencer par https:// (http:// sert à localhost seulement)";
  return environment === "sandbox"
    ? null
    : "désigne votre machine\u00a0: en production, il faut https://";
}

function hostOf(url: URL, environment: Environment) {
  if (isLocal(url)) return environment === "sandbox" ? null : "désigne votre machine";
  if (IP.test(url.hostname)) return "désigne une adresse IP\u00a0: écrivez un nom";
  return url.hostname.includes(".") ? null : "n’a pas de nom de domaine complet";
}

/** Why an address cannot be registered, or null. Compared later character for character (RFC 9700 §2.1). */
export function addressProblem(text: string, environment: Environment, ours: Ours = []) {
  if (!URL.canParse(text)) return "n’est pas une adresse complète (https://…)";
  const url = new URL(text);
  if (ours.includes(url.origin)) return "est la nôtre, pas celle de votre service";
  return formOf(text, url) ?? schemeOf(url, environment) ?? hostOf(url, environment);
}

/** One address a line; empty lines are nothing. */
export const addressesIn = (typed: string) => [
  ...new Set(
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** One sentence for a list of addresses, or null. */
export function addressesProblem(
  typed: readonly string[],
  environment: Environment,
  { ours = [], isNeeded = false }: { ours?: Ours; isNeeded?: boolean } = {},
) {
  if (typed.length === 0) return isNeeded ? "Écrivez au moins une adresse" : null;
  if (typed.length > MOST) return `Écrivez ${MOST} adresses au plus`;
  for (const text of typed) {
    const problem = addressProblem(text, environment, ours);
    if (problem) return frenchSpaces(`« ${text} » ${problem}`);
  }
  return null;
}
