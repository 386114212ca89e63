"use server";

import { submit } from "@/lib/action";
import { nobody } from "@/lib/auth/actor";
import { forgetPlace, rememberPlace } from "@/lib/auth/place";
import { localPath } from "@/lib/auth/return-path";
import { resolvePlace } from "@/lib/territory/queries/resolve-place";

const options = { at: "/lieu", as: async () => nobody };

const chooserFor = (typed: string, back: string) =>
  `/lieu?${new URLSearchParams({ q: typed, retour: back })}`;

/** Keeps the place typed, or the one picked from the list; an unclear one goes to the list. */
export async function choosePlaceAction(form: FormData) {
  await submit(form, options, async (ctx, { lieu = "", insee, adresse, retour }) => {
    const back = localPath(retour);
    const found = await resolvePlace(ctx, { typed: lieu, insee, address: adresse });
    if (!found) return chooserFor(lieu, back);
    await rememberPlace(found);
    return back;
  });
}

export async function forgetPlaceAction(form: FormData) {
  await submit(form, options, async (_, { retour }) => {
    await forgetPlace();
    return localPath(retour);
  });
}
