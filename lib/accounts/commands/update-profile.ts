import "server-only";
import { eq } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { type Context, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { resolveCommune } from "@/lib/territory/model";
import { getTerritory } from "@/lib/territory/queries/find-place";
import { canEditIdentity } from "../policy";
import { getAccount } from "../queries";
import type { AddressInput, IdentityInput, PhoneInput } from "../schemas";

type Profile = Partial<
  Pick<Account, "givenName" | "familyName" | "birthdate" | "gender" | "phone" | "address">
>;

/** Notes which parts changed, never their values. */
async function update(ctx: Context, values: Profile) {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  await transaction(ctx, async (ctx) => {
    await ctx.db.update(accounts).set(values).where(eq(accounts.id, actor.id));
    await recordEvent(ctx, "account.update-profile", actor.id, { parts: Object.keys(values) });
  });
}

export const updateIdentity = async (ctx: Context, input: IdentityInput) => {
  const account = await getAccount(ctx, ctx.actor.id);
  if (!canEditIdentity(ctx.actor, account)) throw forbidden();
  const { givenName, familyName, birthdate = null, gender = null } = input;
  await update(ctx, { givenName, familyName, birthdate, gender });
};

export const updatePhone = (ctx: Context, { phone }: PhoneInput) =>
  update(ctx, { phone: phone ?? null });

/** Where code and name point to one commune, its INSEE code is kept with them: services are found by it. */
export const updateAddress = async (ctx: Context, { postal, ...address }: AddressInput) => {
  const known = resolveCommune(await getTerritory(ctx), `${postal} ${address.commune}`);
  const insee = known.kind === "found" ? { insee: known.place.insee } : {};
  await update(ctx, { address: { ...address, postalCode: postal, ...insee } });
};
