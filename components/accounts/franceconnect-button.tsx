import { buttonClass } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Icon } from "@/components/ui/icon";

type Props = {
  /** Where to go on afterwards; to certify, our own table knows. */
  suite?: string;
  purpose?: "sign-in" | "certify";
};

/** Its wording is FranceConnect's own, and it comes first. */
export function FranceConnectButton({ suite = "/compte", purpose = "sign-in" }: Props) {
  const query = purpose === "certify" ? "pour=certifier" : `suite=${encodeURIComponent(suite)}`;
  return (
    <>
      <form method="post" action={`/franceconnect?${query}`}>
        <Csrf />
        <button type="submit" className={buttonClass("primary", "min-h-16 w-full px-7 sm:w-auto")}>
          <Icon name="shield-check" size={6} />
          <span>
            S’identifier avec <strong className="block text-h4">FranceConnect</strong>
          </span>
        </button>
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
