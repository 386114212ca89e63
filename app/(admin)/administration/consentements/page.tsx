import { notFound } from "next/navigation";
import { ConsentFigures } from "@/components/administration/consent-figures";
import { BackLink } from "@/components/ui/back-link";
import { Notice } from "@/components/ui/notice";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { system } from "@/lib/auth/actor";
import { requireAgent } from "@/lib/auth/session";
import { countConsents, verifyLedger } from "@/lib/consents/queries";
import { formatDayTime } from "@/lib/format/date";
import { plural } from "@/lib/format/number";
import { canAudit } from "@/lib/organisations/policy";

export const metadata = { title: "Registre des consentements" };

export default async function ConsentsPage() {
  const { actor } = await requireAgent("/administration/consentements");
  if (!canAudit(actor)) notFound();
  const ctx = system("consents.audit");
  const [{ records, problem }, figures] = await Promise.all([
    verifyLedger(ctx),
    countConsents(ctx),
  ]);
  return (
    <Page width="wide">
      <BackLink href="/administration">Administration</BackLink>
      <PageTitle lead="Chaque accord et chaque retrait est une ligne, chaînée à la précédente. Aucun nom n’est montré ici.">
        Registre des consentements
      </PageTitle>
      <Notice
        tone={problem ? "bad" : "good"}
        className="mt-6"
        title={problem ? "La chaîne de preuves est rompue" : "La chaîne de preuves est intacte"}
      >
        <p>
          {plural(records, "ligne vérifiée", "lignes vérifiées")} le {formatDayTime(new Date())}.
          {problem && ` Première anomalie, à la ligne ${problem}. Prévenez l’exploitant.`}
        </p>
      </Notice>
      <Section title="Par service">
        <ConsentFigures figures={figures} />
      </Section>
    </Page>
  );
}
