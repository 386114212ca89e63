import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { type ErrorText, isErrorCode } from "@/lib/connect/model/error-codes";
import { describeError } from "@/lib/connect/model/error-texts";

type Props = PageProps<"/kit/erreurs/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  return { title: isErrorCode(code) ? `Erreur ${code}` : "Erreur inconnue" };
}

function Checks({ checks }: ErrorText) {
  return (
    <ul className="mt-4 list-disc space-y-2 pl-6">
      {checks.map((check) => (
        <li key={check}>{check}</li>
      ))}
    </ul>
  );
}

/** What `error_uri` leads to: the same page for a developer in French and in English. */
export default async function ErrorCodePage({ params }: Props) {
  const { code } = await params;
  if (!isErrorCode(code)) notFound();
  const { fr, en } = describeError(code);
  return (
    <Page>
      <PageTitle lead={fr.cause}>{fr.title}</PageTitle>
      <p className="mt-4 text-note text-ink-soft">
        Code <code className="wrap-anywhere">{code}</code>
      </p>
      <Section title="À vérifier">
        <Checks {...fr} />
      </Section>
      <div lang="en">
        <Section title={en.title}>
          <p className="mt-4">{en.cause}</p>
          <Checks {...en} />
        </Section>
      </div>
      <p className="mt-12">
        <a href="/kit/erreurs">Tous les codes d’erreur</a>
      </p>
    </Page>
  );
}
