import { Button } from "@/components/ui/button";
import { Aside } from "@/components/ui/card";
import { Csrf } from "@/components/ui/csrf";

/** For whoever came with a tracking code: how to keep the request, how to leave a shared computer. */
export function TrackedNotice({ leave }: { leave: (form: FormData) => Promise<void> }) {
  return (
    <Aside className="no-print mt-8">
      <p>
        Vous suivez cette demande avec son code. Avec un compte, vous la retrouvez sans code
        {"\u00a0"}: <a href="/suivi/rattacher">rattacher cette demande à mon compte</a>.
      </p>
      <form action={leave} className="mt-3">
        <Csrf />
        <Button look="outline">Fermer ce suivi sur cet appareil</Button>
      </form>
    </Aside>
  );
}
