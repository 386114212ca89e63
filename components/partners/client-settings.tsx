import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import type { ClientSettings } from "@/lib/connect/model";
import { type Asked, itemsAsked } from "@/lib/partners/model/data-items";

const lines = (values: readonly string[]) =>
  values.length === 0 ? (
    <span className="text-ink-soft">Aucune</span>
  ) : (
    <ul>
      {values.map((value) => (
        <li key={value} className="break-all">
          {value}
        </li>
      ))}
    </ul>
  );

type Props = {
  id: string;
  issuer: string;
  settings: ClientSettings;
  asked: Asked;
};

/** What to copy into the service, then what was registered. */
export function ClientSettingsList({ id, issuer, settings, asked }: Props) {
  return (
    <SummaryList className="mt-4">
      <SummaryRow term="Émetteur (issuer)">
        <code className="break-all">{issuer}</code>
      </SummaryRow>
      <SummaryRow term="Identifiant (client_id)">
        <code className="break-all">{id}</code>
      </SummaryRow>
      <SummaryRow term="Portées (scope)">
        <code>{settings.scopes.join(" ")}</code>
      </SummaryRow>
      <SummaryRow term="Authentification">
        <code>{settings.authentication ?? "client_secret_basic"}</code>
      </SummaryRow>
      <SummaryRow term="Signature">
        <code>{settings.alg}</code>
      </SummaryRow>
      <SummaryRow term="Adresses de retour">{lines(settings.redirectUris)}</SummaryRow>
      <SummaryRow term="Après déconnexion">{lines(settings.postLogoutRedirectUris)}</SummaryRow>
      <SummaryRow term="Déconnexion annoncée">
        {lines(settings.backchannelLogoutUri ? [settings.backchannelLogoutUri] : [])}
      </SummaryRow>
      <SummaryRow term="Informations">
        <ul className="space-y-2">
          {itemsAsked(asked).map(({ id, label, required, why }) => (
            <li key={id}>
              <strong>{label}</strong> ({required ? "nécessaire" : "facultatif"})
              <span className="block text-note text-ink-soft">{why}</span>
            </li>
          ))}
        </ul>
      </SummaryRow>
    </SummaryList>
  );
}
