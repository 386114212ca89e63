import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Section } from "@/components/ui/page";

type Props = {
  /** Where the choice is posted. */
  at: string;
  /** The addresses of the two accounts: the certified one, and the one signed in. */
  certified: string;
  own: string;
  /** The certified one has another way in. */
  mayMove: boolean;
};

function Move({ at, own }: Pick<Props, "at" | "own">) {
  return (
    <Section title="Certifier celui-ci à la place">
      <p className="mt-2">
        FranceConnect ouvrira le compte de <strong className="break-words">{own}</strong>, et
        n’ouvrira plus l’autre, que vous ouvrirez par ses autres moyens de connexion. Les demandes
        restent dans le compte où vous les avez faites.
      </p>
      <form method="post" action={`${at}/deplacer`} className="mt-4">
        <Csrf />
        <Button look="outline" className="w-full sm:w-auto">
          Certifier ce compte-ci
        </Button>
      </form>
    </Section>
  );
}

/** The ways out for somebody whose other account is the certified one. */
export function OtherAccount({ at, certified, own, mayMove }: Props) {
  return (
    <>
      <Section title="Garder celui qui est certifié">
        <p className="mt-2">
          Continuez avec <strong className="break-words">{certified}</strong>. Le compte de{" "}
          <span className="break-words">{own}</span> reste comme il est.
        </p>
        <form method="post" action={`${at}/ouvrir`} className="mt-4">
          <Csrf />
          <Button className="w-full sm:w-auto">Ouvrir mon compte certifié</Button>
        </form>
      </Section>
      <Section title="Réunir les deux">
        <p className="mt-2">
          FranceConnect vient de prouver que les deux comptes sont à vous&nbsp;: vous pouvez n’en
          garder qu’un, avec les demandes et les accords des deux. Vous choisirez lequel.
        </p>
        <form method="post" action={`${at}/reunir`} className="mt-4">
          <Csrf />
          <Button look="outline" className="w-full sm:w-auto">
            Réunir mes deux comptes
          </Button>
        </form>
      </Section>
      {mayMove && <Move at={at} own={own} />}
    </>
  );
}
