import { Button } from "@/components/ui/button";
import { Aside } from "@/components/ui/card";
import { Csrf } from "@/components/ui/csrf";

type Props = { reference: string; leave: (form: FormData) => Promise<void> };

/** For whoever came with a tracking code: how to keep the request, how to leave a shared computer. */
export function TrackedNotice({ reference, leave }: Props) {
  return (
    <Aside className="no-print mt-8">
      <p>
        Vous suivez cette demande avec son code. Avec un compte, vous la retrouvez sans code
        {"\u00a0"}:{" "}
        <a href={`/suivi/rattacher?reference=${reference}`}>rattacher cette demande à mon compte</a>
        .
      </p>
      <form action={leave} className="mt-3">
        <Csrf />
        <input type="hidden" name="reference" value={reference} />
        <Button look="outline">Fermer ce suivi sur cet appareil</Button>
      </form>
    </Aside>
  );
}
