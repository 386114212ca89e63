"use server";

import { submit } from "@/lib/action";
import { requireAgent } from "@/lib/auth/session";
import type { Context } from "@/lib/context";
import { type DoneCode, doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import { forgetKept } from "@/lib/kept";
import { addRole, removeRole } from "@/lib/organisations/commands/change-roles";
import { addUnit, closeUnit, renameUnit } from "@/lib/organisations/commands/change-units";
import { handOverUnit } from "@/lib/organisations/commands/hand-over-unit";
import { updateContact } from "@/lib/organisations/commands/update-contact";
import { getAdministered } from "@/lib/organisations/queries/get-administered";
import {
  addRoleInput,
  readHandOver,
  removeRoleInput,
  unitIdsOf,
} from "@/lib/organisations/schemas";
import type { Values } from "@/lib/result";

type Run = (ctx: Context, values: Values, organisationId: string) => Promise<void>;
type Where = { slug: string; at: string; next?: string; done: DoneCode };

/** As the organisation's administrator, then on to the page that says it is done. */
const administer = (form: FormData, { slug, at, next = at, done }: Where, run: Run) =>
  submit(form, { at, as: () => requireAgent(at) }, async (ctx, values) => {
    const { id } = await getAdministered(ctx, slug);
    await run(ctx, values, id);
    forgetKept();
    return doneAt(next, done);
  });

const pathOf = (slug: string, rest = "") => `/administration/${slug}${rest}`;

export async function updateContactAction(slug: string, form: FormData) {
  const at = pathOf(slug);
  await administer(form, { slug, at, done: "coordonnees" }, (ctx, values, id) =>
    updateContact(ctx, {
      organisationId: id,
      phone: values.phone ?? "",
      email: values.email ?? "",
      address: values.address ?? "",
      openingHours: values.openingHours ?? "",
      website: values.website,
    }),
  );
}

export async function addUnitAction(slug: string, form: FormData) {
  const at = pathOf(slug, "/services");
  await administer(form, { slug, at, done: "service-ajoute" }, (ctx, values, organisationId) =>
    addUnit(ctx, {
      organisationId,
      id: values.id ?? "",
      name: values.name ?? "",
      phone: values.phone,
    }),
  );
}

export async function renameUnitAction(slug: string, unitId: string, form: FormData) {
  const list = pathOf(slug, "/services");
  const where = { slug, at: `${list}/${unitId}`, next: list, done: "service-modifie" } as const;
  await administer(form, where, (ctx, { name, phone }, id) =>
    renameUnit(ctx, { organisationId: id, unitId, name: name ?? "", phone }),
  );
}

export async function closeUnitAction(slug: string, unitId: string, form: FormData) {
  const list = pathOf(slug, "/services");
  const where = { slug, at: `${list}/${unitId}`, next: list, done: "service-ferme" } as const;
  await administer(form, where, (ctx, _, id) => closeUnit(ctx, { organisationId: id, unitId }));
}

const HANDED: Record<string, DoneCode> = {
  requests: "demandes-confiees",
  procedures: "demarches-confiees",
};

export async function handOverAction(slug: string, unitId: string, form: FormData) {
  const next = pathOf(slug, `/services/${unitId}`);
  const asked = { quoi: form.getAll("quoi").map(String), vers: String(form.get("vers") ?? "") };
  const { what, toUnitId } = readHandOver(asked);
  const choice = new URLSearchParams([...what.map((kind) => ["quoi", kind]), ["vers", toUnitId]]);
  const [kind = ""] = what;
  const done = (what.length === 1 && HANDED[kind]) || "tout-confie";
  const where = { slug, at: `${next}/confier?${choice}`, next, done } as const;
  await administer(form, where, (ctx, _, organisationId) =>
    handOverUnit(ctx, { organisationId, unitId, toUnitId, what }),
  );
}

export async function addRoleAction(slug: string, form: FormData) {
  const at = pathOf(slug, "/agents");
  await administer(form, { slug, at, done: "role-donne" }, (ctx, values, organisationId) =>
    addRole(
      ctx,
      parseInput(addRoleInput, { ...values, organisationId, unitIds: unitIdsOf(values) }),
    ),
  );
}

export async function removeRoleAction(slug: string, agentId: string, form: FormData) {
  const at = pathOf(slug, "/agents");
  const where = { slug, at: `${at}/${agentId}`, next: at, done: "role-retire" } as const;
  await administer(form, where, (ctx, { role }, organisationId) =>
    removeRole(ctx, parseInput(removeRoleInput, { organisationId, agentId, role })),
  );
}
