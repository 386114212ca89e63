import type { Metadata } from "next";
import { MailLink } from "@/components/support/contact";
import { Page, PageTitle } from "@/components/ui/page";
import { Prose } from "@/components/ui/prose";
import { getFrame } from "@/lib/auth/frame";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Données personnelles" };

export default async function PersonalDataPage() {
  const { portalName, accountName, portalUrl } = await getFrame();
  const { PUBLISHER, PUBLISHER_ADDRESS, DPO_EMAIL } = site();
  return (
    <Page>
      <PageTitle lead="Ce que nous savons de vous, pourquoi, qui le lit, et comment reprendre la main.">
        Données personnelles
      </PageTitle>
      <Prose>
        <h2>Quand vous faites une démarche</h2>
        <p>
          <strong>Responsable</strong>&nbsp;: la collectivité qui rend le service, écrite au-dessus
          de son nom. {portalName} transmet votre demande à son service, et à lui seul.
        </p>
        <p>
          <strong>Pourquoi</strong>&nbsp;: traiter votre demande, vous répondre, et en garder la
          preuve. C’est une mission d’intérêt public (article 6.1.e du RGPD).
        </p>
        <p>
          <strong>Quoi</strong>&nbsp;: vos réponses, vos pièces jointes, vos messages, et la date de
          chaque étape. On ne vous demande que ce qui sert à la démarche. «&nbsp;Facultatif&nbsp;»
          est écrit à côté du reste.
        </p>
        <p>
          <strong>Combien de temps</strong>&nbsp;: la date d’effacement d’un brouillon est écrite à
          côté de lui. Une demande envoyée est gardée le temps de la traiter, puis le temps des
          recours et des archives de la collectivité.
        </p>
        <h2>Quand vous avez un compte {accountName}</h2>
        <p>
          <strong>Responsable</strong>&nbsp;: {PUBLISHER}, {PUBLISHER_ADDRESS}.
        </p>
        <p>
          <strong>Pourquoi</strong>&nbsp;: vous reconnaître d’un service à l’autre sans vous
          redemander la même chose. Le compte n’est pas obligatoire.
        </p>
        <p>
          <strong>Quoi</strong>&nbsp;: votre courriel, votre nom, ce que vous ajoutez à votre
          profil, et l’empreinte de votre mot de passe (jamais le mot de passe lui-même).
        </p>
        <p>
          <strong>Qui les lit</strong>&nbsp;: un service ne reçoit vos données qu’avec votre accord,
          et seulement celles que la page d’accord montre. Chaque service vous connaît sous un
          numéro différent&nbsp;: ils ne peuvent pas se recouper.
        </p>
        <h2>Qui d’autre&#8239;?</h2>
        <p>
          Personne. Aucune donnée n’est vendue, ni envoyée à un réseau publicitaire, ni lue par un
          outil de mesure extérieur. Le navigateur n’appelle que ce site.
        </p>
        <h2>Vos droits</h2>
        <ul>
          <li>
            Voir et retirer vos accords&nbsp;:{" "}
            <a href={new URL("/mes-donnees", portalUrl).href}>Mes données</a>. Retirer prend autant
            de clics que donner.
          </li>
          <li>
            Accéder à vos données, les corriger, les effacer, en limiter l’usage ou vous y
            opposer&nbsp;: écrivez à <MailLink address={DPO_EMAIL} />. La réponse arrive sous un
            mois (deux mois de plus si la demande est complexe&nbsp;: nous vous le disons alors).
          </li>
          <li>
            Si la réponse ne convient pas&nbsp;:{" "}
            <a href="https://www.cnil.fr/fr/plaintes">adresser une plainte à la CNIL</a>.
          </li>
        </ul>
        <h2>Délégué à la protection des données</h2>
        <p>
          <MailLink address={DPO_EMAIL} />, ou par courrier&nbsp;: {PUBLISHER}, délégué à la
          protection des données, {PUBLISHER_ADDRESS}.
        </p>
      </Prose>
    </Page>
  );
}
