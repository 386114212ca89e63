import { Section } from "@/components/ui/page";

/** What one does once: at the very end of the account's page. */
export function LifecycleLinks() {
  return (
    <Section title="Réunir ou quitter">
      <p className="mt-2">
        <a href="/compte/fusion" className="inline-flex min-h-11 items-center font-bold">
          Réunir deux comptes
        </a>
      </p>
      <p>
        <a href="/compte/suppression" className="inline-flex min-h-11 items-center font-bold">
          Supprimer mon compte, ou télécharger mes données
        </a>
      </p>
    </Section>
  );
}
