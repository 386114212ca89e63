import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Section } from "@/components/ui/page";

type Action = ((form: FormData) => Promise<void>) | null;
type Props = { isAsker: boolean; isWaiting: boolean; approve: Action; cancel: Action };

export function RecoveryActs({ isAsker, isWaiting, approve, cancel }: Props) {
  return (
    <>
      {isWaiting && (
        <Section title="Approuver">
          <p className="mt-3">
            {isAsker
              ? "Vous l’avez demandée\u00a0: une autre personne doit l’approuver."
              : "Relisez ce qui a été vérifié. Dès que vous approuvez, le titulaire est prévenu à son adresse, et a 72\u00a0heures pour refuser."}
          </p>
          {approve && (
            <form action={approve} className="mt-4">
              <Csrf />
              <Button className="w-full sm:w-auto">Approuver la récupération</Button>
            </form>
          )}
        </Section>
      )}
      {cancel && (
        <Section title="Annuler">
          <form action={cancel} className="mt-4">
            <Csrf />
            <Button look="danger-outline" className="w-full sm:w-auto">
              Annuler la récupération
            </Button>
          </form>
        </Section>
      )}
    </>
  );
}
