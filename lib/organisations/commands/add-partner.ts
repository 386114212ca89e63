import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { type Context, transaction } from "@/lib/context";
import { invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { formatPhone } from "@/lib/format/phone";

type Partner = { name: string; siret: string; email: string; phone: string; by: string };

const ASK =
  "Cet organisme est déjà enregistré\u00a0: demandez à l’un de ses responsables de vous inviter";

const slugOf = (name: string, siret: string) =>
  `${name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)}-${siret.slice(5, 9)}`.replace(/^-/, "p-");

/** A body that connects services to the account. `by`: the resident who registers it; known by its SIRET, once. */
export function addPartner(ctx: Context, { by, siret, phone, ...contact }: Partner) {
  return transaction(ctx, async (ctx) => {
    const id = crypto.randomUUID();
    const slug = slugOf(contact.name, siret);
    const [known] = await ctx.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.siret, siret));
    if (known) throw invalid({ siret: ASK });
    const [added] = await ctx.db
      .insert(organisations)
      .values({
        id,
        code: `P${siret}`,
        slug,
        kind: "partner",
        siren: siret.slice(0, 9),
        siret,
        ...contact,
        phone: formatPhone(phone),
        address: "",
        openingHours: "",
      })
      .onConflictDoNothing()
      .returning({ id: organisations.id });
    if (!added) throw invalid({ name: "Un organisme porte déjà ce nom\u00a0: précisez le vôtre" });
    await recordEvent(ctx, "partner.register", id, { by });
    return { id, slug };
  });
}
