import { fieldOf } from "@/components/ui/control";
import { TextArea, TextInput } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import type { Posted } from "@/lib/result";

type Props = {
  posted: Posted;
  title: string;
  lead: string;
  hint: string;
  logoutHint?: string;
};

/** Where a service may be written to: in the sandbox, then in production. */
export function Addresses({ posted, title, lead, hint, logoutHint }: Props) {
  return (
    <Section title={title}>
      <p className="mt-3">{lead}</p>
      <div className="mt-4 space-y-6">
        <TextArea
          {...fieldOf(posted, "redirectUris")}
          label="Adresses de retour (redirect_uri)"
          hint={hint}
          rows={3}
          spellCheck={false}
        />
        <TextArea
          {...fieldOf(posted, "postLogoutRedirectUris")}
          label="Adresses après déconnexion (post_logout_redirect_uri)"
          rows={2}
          spellCheck={false}
          optional
        />
        <TextInput
          {...fieldOf(posted, "backchannelLogoutUri")}
          label="Adresse de déconnexion (backchannel_logout_uri)"
          hint={logoutHint}
          type="url"
          optional
        />
      </div>
    </Section>
  );
}
