import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { plural } from "@/lib/format/number";
import { CopyCodes } from "./copy-codes";

type Action = (form: FormData) => Promise<void>;

/** Just made: on screen once. */
export function NewCodes({ codes, noted }: { codes: readonly string[]; noted: Action }) {
  return (
    <>
      <p className="mt-6">
        Notez-les ou imprimez-les, et gardez-les loin de votre téléphone. Ils ne seront plus
        affichés. Chacun sert une fois, à la place du code de l’application.
      </p>
      <ul className="mt-6 grid grid-cols-2 gap-x-8 gap-y-2 rounded-lg border border-line bg-surface p-5 font-mono text-lead">
        {codes.map((code) => (
          <li key={code} translate="no">
            {code}
          </li>
        ))}
      </ul>
      <CopyCodes text={codes.join("\n")} />
      <form action={noted} className="no-print mt-8">
        <Csrf />
        <Button className="w-full sm:w-auto sm:px-8">J’ai noté mes codes</Button>
      </form>
    </>
  );
}

/** How many are left, and how to have others. */
export function CodesLeft({ left, renew }: { left: number; renew: Action }) {
  return (
    <>
      <p className="mt-6 text-lead">
        {left > 0
          ? `Il vous reste ${plural(left, "code de secours", "codes de secours")}.`
          : "Vous n’avez plus de code de secours."}
      </p>
      <p className="mt-3">
        Ils ne peuvent pas être affichés de nouveau. Si vous ne les retrouvez pas, ou s’il en reste
        peu, créez-en d’autres&nbsp;: les anciens ne serviront plus.
      </p>
      <form action={renew} className="mt-6">
        <Csrf />
        <Button look="outline">Créer 10&nbsp;nouveaux codes</Button>
      </form>
    </>
  );
}
