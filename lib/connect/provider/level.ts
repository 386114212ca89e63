import "server-only";
import type { KoaContextWithOIDC } from "oidc-provider";
import { ACR_VALUES, type Acr, acrFor, levelsOf } from "../model";

type OidcContext = KoaContextWithOIDC["oidc"];

const strings = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");

/** `claims.id_token.acr` as the client wrote it; `acr_values` is there too, as the library copies it. */
function acrRequest({ claims }: OidcContext) {
  const { acr } = claims?.id_token ?? {};
  const { value, values, essential } = acr ?? {};
  return { asked: [...strings(value), ...strings(values)], isEssential: essential === true };
}

/** What the id token says: the level that was asked for, when the session reaches several. */
export const toldLevel = (oidc: OidcContext) =>
  acrFor({ amr: oidc.session?.amr ?? [], acr: oidc.session?.acr }, acrRequest(oidc).asked);

/** The levels that the service asks for and this session does not reach. None when it reaches one of them. */
export function missingLevels(oidc: OidcContext): readonly Acr[] {
  const { asked } = acrRequest(oidc);
  const wanted = ACR_VALUES.filter((level) => asked.includes(level));
  const reached = levelsOf({ amr: oidc.session?.amr ?? [], acr: oidc.session?.acr });
  return wanted.some((level) => reached.includes(level)) ? [] : wanted;
}

/** A level that is not known here cannot be reached: the service must hear it, if it insists. */
export function isOutOfReach(oidc: OidcContext) {
  const { asked, isEssential } = acrRequest(oidc);
  return isEssential && asked.length > 0 && !asked.some((each) => ACR_VALUES.includes(each as Acr));
}

export const insistsOnLevel = (oidc: OidcContext) => acrRequest(oidc).isEssential;
