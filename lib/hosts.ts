/** Which of the two hosts answers a path; everything not named here belongs to the portal. */
const CONNECT = [
  ".well-known",
  "aide-connexion",
  "api/oidc",
  "api/v1/consents",
  "api/v1/household",
  "api/v1/mandate",
  "compte",
  "connexion",
  "deconnexion",
  "franceconnect",
  "inscription",
  "interaction",
  "kit",
  "mot-de-passe-oublie",
  "oidc",
  "recuperation",
];

const BOTH = [
  "_next",
  "accessibilite",
  "affichage",
  "api/health",
  "api/metrics",
  "cookies",
  "donnees-personnelles",
  "mentions-legales",
];

export type Host = "portal" | "connect";

const isUnder = (path: string) => (prefix: string) =>
  path === `/${prefix}` || path.startsWith(`/${prefix}/`);

/** As the router reads it: « /%63ompte » is « /compte ». */
function decoded(path: string) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Does this path exist on this host? A path of one host is not found on the other. */
export function existsOn(host: Host, asked: string) {
  const path = decoded(asked);
  if (BOTH.some(isUnder(path)) || /^\/[^/]+\.(ico|png|svg|webmanifest|txt)$/.test(path))
    return true;
  return CONNECT.some(isUnder(path)) === (host === "connect");
}

/** Health and metrics are asked by machines, at whatever address they have. */
export const isForMachines = (path: string) => ["api/health", "api/metrics"].some(isUnder(path));
