import { randomUUID } from "node:crypto";
import { pool } from "@/db/client";
import {
  agentRoles,
  agents,
  formVersions,
  organisations,
  procedureProviders,
  procedures,
  requests,
  type ServiceRequest,
  units,
  workflowVersions,
} from "@/db/schema";
import { WORKFLOWS } from "@/db/seed/workflows";
import type { Actor } from "@/lib/auth/actor";
import { formDefinition } from "@/lib/forms/schemas";
import type { AgentRole } from "@/lib/organisations/model";

// Written as the owner: what a test starts from owes nothing to the rules it tests.

type Agent = Extract<Actor, { kind: "agent" }>;

export const resident = (id: string = randomUUID()) => ({ kind: "resident", id }) satisfies Actor;
export const visitor = (id = "") => ({ kind: "visitor", id }) satisfies Actor;
export const account = (id: string = randomUUID()) => ({ kind: "account", id }) satisfies Actor;

/** An agent as their session would say it; not in the tables: see createAgent. */
export const agent = (
  unitIds: string[] = [],
  organisationId: string = randomUUID(),
  role: AgentRole = "agent",
) =>
  ({
    kind: "agent",
    id: randomUUID(),
    unitIds,
    organisationIds: [organisationId],
    roles: [{ organisationId, role }],
  }) satisfies Agent;

export const only = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error("no row");
  return row;
};

const code = () => randomUUID().slice(0, 8).toUpperCase();

export async function createOrganisation(values: Partial<typeof organisations.$inferInsert> = {}) {
  const unique = code();
  const row = {
    code: unique,
    slug: unique.toLowerCase(),
    kind: "commune" as const,
    name: "Ville de Test",
    siren: "216900290",
    offer: "full" as const,
    phone: "04 65 71 20 20",
    email: "mairie@test.example",
    address: "1 place de la Mairie, 69000 Test",
    openingHours: "Du lundi au vendredi, de 8 h 30 à 17 h 30",
    ...values,
  };
  return only(await pool.insert(organisations).values(row).returning());
}

export async function createUnit(organisationId: string, name = "Voirie") {
  return only(await pool.insert(units).values({ organisationId, name }).returning());
}

/** An agent in the tables, with one role; returns the actor of their session. */
export async function createAgent(
  organisationId: string,
  unitIds: string[],
  role: AgentRole = "agent",
) {
  const actor = agent(unitIds, organisationId, role);
  const email = `${actor.id}@test.example`;
  await pool
    .insert(agents)
    .values({ id: actor.id, email, givenName: "Karim", familyName: "Haddad" });
  await pool.insert(agentRoles).values({ agentId: actor.id, organisationId, role, unitIds });
  return actor;
}

export const TEST_FORM = formDefinition.parse({
  steps: [{ id: "vous", title: "Vous", fields: [{ id: "nom", label: "Nom", type: "text" }] }],
});

export const TEST_WORKFLOW = WORKFLOWS.instruction.definition;

/** A procedure that an organisation treats here, with its form and workflow. */
export async function createProvider(
  organisationId: string,
  unitId: string,
  definition = TEST_FORM,
) {
  const slug = `p-${randomUUID()}`;
  const form = only(
    await pool
      .insert(formVersions)
      .values({ organisationId, slug, version: 1, title: "Test", definition })
      .returning(),
  );
  const workflow = only(
    await pool
      .insert(workflowVersions)
      .values({ slug, version: 1, title: "Test", definition: TEST_WORKFLOW })
      .returning(),
  );
  const procedure = only(
    await pool
      .insert(procedures)
      .values({
        slug,
        title: "Démarche de test",
        summary: "Pour essayer.",
        category: "contact",
        kind: "service",
      })
      .returning(),
  );
  const content = { audience: "", papers: [], next: [], remedies: "", retention: "" };
  return only(
    await pool
      .insert(procedureProviders)
      .values({
        procedureId: procedure.id,
        organisationId,
        unitId,
        mode: "here",
        formVersionId: form.id,
        workflowVersionId: workflow.id,
        content,
      })
      .returning(),
  );
}

/** A request in review, with all it hangs on; any column can be given. */
export async function createRequest(values: Partial<ServiceRequest> = {}) {
  const organisationId = values.organisationId ?? (await createOrganisation()).id;
  const unitId = values.unitId ?? (await createUnit(organisationId)).id;
  const provider = await createProvider(organisationId, unitId);
  if (!provider.formVersionId || !provider.workflowVersionId) throw new Error("no form");
  const row = {
    reference: `TEST-2026-${code().slice(0, 6)}`,
    procedureId: provider.procedureId,
    providerId: provider.id,
    formVersionId: provider.formVersionId,
    workflowVersionId: provider.workflowVersionId,
    organisationId,
    unitId,
    status: "in_review" as const,
    submittedAt: new Date(),
    ...values,
  };
  return only(await pool.insert(requests).values(row).returning());
}
