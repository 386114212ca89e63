import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";

/** The way out for whoever finds somebody else's session. */
export function NotYou({ signOut }: { signOut: (form: FormData) => Promise<void> }) {
  return (
    <form action={signOut} className="mt-12 border-t border-line pt-8">
      <Csrf />
      <p>Ce n’est pas votre compte&#8239;?</p>
      <Button look="outline" icon="log-out" className="mt-3">
        Fermer la session
      </Button>
    </form>
  );
}
