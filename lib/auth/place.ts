import "server-only";
import { cookies } from "next/headers";
import { cookieName, cookieOptions } from "./cookies";
import { getViewer } from "./session";

const ONE_YEAR_SECONDS = 31_536_000;
const MAX_ADDRESS = 120;
const NOWHERE = "nulle-part";

/** Where the person said they are: an INSEE code and, if they gave one, an address. */
export type ChosenPlace = { insee: string; address?: string };

/** What this browser chose, even nowhere; else the commune of the account that is signed in. */
export async function getChosenPlace(): Promise<ChosenPlace | null> {
  const kept = (await cookies()).get(cookieName("lieu"))?.value;
  if (kept === undefined) {
    const home = (await getViewer())?.resident.communeInsee;
    return home ? { insee: home } : null;
  }
  const [, insee, address] = /^(\d{5})(?:~(.+))?$/s.exec(kept) ?? [];
  if (!insee) return null;
  return address ? { insee, address: address.slice(0, MAX_ADDRESS) } : { insee };
}

export async function rememberPlace({ insee, address }: ChosenPlace) {
  const value = address ? `${insee}~${address.slice(0, MAX_ADDRESS)}` : insee;
  (await cookies()).set(cookieName("lieu"), value, cookieOptions(ONE_YEAR_SECONDS));
}

export async function forgetPlace() {
  (await cookies()).set(cookieName("lieu"), NOWHERE, cookieOptions(ONE_YEAR_SECONDS));
}
