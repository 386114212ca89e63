import { Checkbox } from "@/components/ui/choices";
import { Csrf } from "@/components/ui/csrf";
import { Icon } from "@/components/ui/icon";

const QUERIES = {
  "sign-in": (suite: string) => `suite=${encodeURIComponent(suite)}`,
  certify: () => "pour=certifier",
  confirm: (suite: string) => `pour=confirmer&suite=${encodeURIComponent(suite)}`,
  recover: () => "pour=recuperer",
};

type Props = {
  /** Where to go on afterwards; to certify, our own table knows. */
  suite?: string;
  purpose?: keyof typeof QUERIES;
};

/** FranceConnect's own: its blue in both themes, two lines, square corners, never lighter than 4.5:1. */
const FRANCECONNECT =
  "inline-flex min-h-15 w-full items-center gap-4 border-2 border-[#ffffff99] bg-[#000091] px-5 py-2 text-left leading-tight text-[#ffffff] hover:bg-[#1212ff] active:bg-[#2323ff] sm:w-auto sm:pr-8";

const SHARED_HINT =
  "Médiathèque, mairie, travail\u00a0: FranceConnect se ferme dès que vous êtes entré, et votre session avec le navigateur, ou après 10\u00a0minutes.";

/** Its wording is FranceConnect's own, and it comes first. The mark is ours: the State's logo is not in this project. */
export function FranceConnectButton({ suite = "/compte", purpose = "sign-in" }: Props) {
  return (
    <>
      <form method="post" action={`/franceconnect?${QUERIES[purpose](suite)}`}>
        <Csrf />
        <button type="submit" className={FRANCECONNECT}>
          <Icon name="shield-check" size={6} />
          <span>
            S’identifier avec <strong className="block text-h4">FranceConnect</strong>
          </span>
        </button>
        {purpose === "sign-in" && (
          <div className="mt-3">
            <Checkbox
              name="shared"
              id="ordinateur-partage"
              label="J’utilise un ordinateur partagé"
              hint={SHARED_HINT}
            />
          </div>
        )}
      </form>
      <p className="mt-1">
        <a href="https://franceconnect.gouv.fr/" className="inline-flex min-h-11 items-center">
          Qu’est-ce que FranceConnect&#8239;?
        </a>
      </p>
    </>
  );
}

const CERTIFIED = "Votre identité est certifiée\u00a0: moins de pièces à fournir ensuite.";

type FirstProps = { suite: string; text?: string };

/** Before the account's own password: the State's account first, then « ou ». */
export function FranceConnectFirst({ suite, text = CERTIFIED }: FirstProps) {
  return (
    <>
      <section
        aria-labelledby="avec-franceconnect"
        className="mt-8 rounded-lg border border-line bg-surface p-5 sm:p-6"
      >
        <h2 id="avec-franceconnect" className="text-h3">
          Avec FranceConnect
        </h2>
        <p className="mt-1 mb-4">{text}</p>
        <FranceConnectButton suite={suite} />
      </section>
      <p className="my-8 flex items-center gap-4 font-bold text-ink-soft before:h-px before:grow before:bg-edge/50 after:h-px after:grow after:bg-edge/50">
        ou
      </p>
    </>
  );
}
