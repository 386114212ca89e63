import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { organisations, units } from "@/db/schema/organisations";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, invalid, notFound, parseInput } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { plural } from "@/lib/format/number";
import { formatPhone } from "@/lib/format/phone";
import { normaliseName } from "@/lib/territory/model";
import { canAdminister } from "../policy";
import { listUnits } from "../queries/find-organisation";
import { countUnitDuties } from "../queries/unit-duties";
import {
  type AddUnitInput,
  addUnitInput,
  type CloseUnitInput,
  closeUnitInput,
  type RenameUnitInput,
  renameUnitInput,
} from "../schemas";

/** Whoever names another unit of this organisation meanwhile waits, then sees this one. */
async function refuseTakenName(ctx: Transaction, organisationId: string, name: string, id = "") {
  await ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for("no key update");
  const known = await listUnits(ctx, organisationId);
  const isTaken = known.some(
    (unit) => unit.id !== id && normaliseName(unit.name) === normaliseName(name),
  );
  if (isTaken)
    throw invalid({ name: "Un service porte déjà ce nom\u00a0: choisissez-en un autre" });
}

const open = (organisationId: string, unitId: string) =>
  and(eq(units.id, unitId), eq(units.organisationId, organisationId), isNull(units.closedAt));

const phoneOf = (phone: string | undefined) => (phone ? formatPhone(phone) : null);

export function addUnit(ctx: Context, input: AddUnitInput) {
  const { organisationId, id, name, phone } = parseInput(addUnitInput, input);
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    await refuseTakenName(ctx, organisationId, name, id);
    const [added] = await ctx.db
      .insert(units)
      .values({ id, organisationId, name, phone: phoneOf(phone) })
      .onConflictDoNothing({ target: units.id })
      .returning({ id: units.id });
    if (added) await recordEvent(ctx, "unit.add", id, { organisationId, name });
  });
}

/** Its name and phone; what it is in charge of stays. */
export function renameUnit(ctx: Context, input: RenameUnitInput) {
  const { organisationId, unitId, name, phone } = parseInput(renameUnitInput, input);
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    await refuseTakenName(ctx, organisationId, name, unitId);
    const [unit] = await ctx.db
      .update(units)
      .set({ name, phone: phoneOf(phone) })
      .where(open(organisationId, unitId))
      .returning({ id: units.id });
    if (!unit) throw notFound("Service");
    await recordEvent(ctx, "unit.rename", unitId, { organisationId, name });
  });
}

/** For good; refused while procedures or requests still come to it. */
export function closeUnit(ctx: Context, input: CloseUnitInput) {
  const { organisationId, unitId } = parseInput(closeUnitInput, input);
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    const [known] = await ctx.db
      .select({ closedAt: units.closedAt })
      .from(units)
      .where(and(eq(units.id, unitId), eq(units.organisationId, organisationId)))
      .for("update");
    if (!known) throw notFound("Service");
    if (known.closedAt) return;
    const { procedures, requests } = await countUnitDuties(unitId);
    if (procedures + requests > 0)
      throw conflict(
        `Ce service reçoit encore ${plural(procedures, "démarche")} et suit ${plural(requests, "demande")}\u00a0: confiez-les d’abord à un autre service.`,
      );
    await ctx.db.update(units).set({ closedAt: new Date() }).where(open(organisationId, unitId));
    await recordEvent(ctx, "unit.close", unitId, { organisationId });
  });
}
