import { Page, PageTitle } from "@/components/ui/page";

/** A helper never decides who reads what of somebody else. */
export function NotForHelpers({ person }: { person: string }) {
  return (
    <Page>
      <PageTitle lead={`Seule cette personne voit qui lit ses données, et en décide.`}>
        Les données de {person}
      </PageTitle>
      <p className="mt-6">
        Un mandat ne donne accès ni au compte de la personne, ni à ses accords. Pour vos propres
        données, choisissez d’abord «&nbsp;Terminer&nbsp;», en haut de la page.
      </p>
    </Page>
  );
}
