import { MailLink } from "./contact";

/** What a request holds, for whom, for how long (RGPD, articles 13 and 14). */
export function FilingData({ portalName }: { portalName: string }) {
  return (
    <>
      <h2>Quand vous faites une démarche</h2>
      <p>
        <strong>Responsable</strong>&nbsp;: la collectivité qui rend le service, écrite au-dessus de
        son nom. {portalName} transmet votre demande à son service, et à lui seul.
      </p>
      <p>
        <strong>Pourquoi</strong>&nbsp;: traiter votre demande, vous répondre, et en garder la
        preuve. C’est une mission d’intérêt public (article 6.1.e du RGPD).
      </p>
      <p>
        <strong>Quoi</strong>&nbsp;: vos réponses, vos pièces jointes, vos messages, et la date de
        chaque étape. On ne vous demande que ce qui sert à la démarche. «&nbsp;Facultatif&nbsp;» est
        écrit à côté du reste.
      </p>
      <p>
        <strong>Combien de temps</strong>&nbsp;: la date d’effacement d’un brouillon est écrite à
        côté de lui. Une demande envoyée est gardée le temps de la traiter, puis le temps des
        recours et des archives de la collectivité.
      </p>
    </>
  );
}

type AccountProps = {
  accountName: string;
  /** Name and postal address. */
  publisher: string;
};

/** The same for the account. */
export function AccountData({ accountName, publisher }: AccountProps) {
  return (
    <>
      <h2>Quand vous avez un compte {accountName}</h2>
      <p>
        <strong>Responsable</strong>&nbsp;: {publisher}.
      </p>
      <p>
        <strong>Pourquoi</strong>&nbsp;: vous reconnaître d’un service à l’autre sans vous
        redemander la même chose. Le compte n’est pas obligatoire.
      </p>
      <p>
        <strong>Quoi</strong>&nbsp;: votre courriel, votre nom, ce que vous ajoutez à votre profil,
        et l’empreinte de votre mot de passe (jamais le mot de passe lui-même). Si vous utilisez
        FranceConnect&nbsp;: vos prénoms, nom de naissance et nom d’usage, date et lieu de
        naissance, civilité, tels que l’État les certifie, et jamais votre compte des impôts ou
        d’ailleurs. Pour votre sécurité, vos connexions et leurs échecs, avec le type
        d’appareil&nbsp;: vous les lisez dans votre compte, et ils s’effacent au bout de
        12&nbsp;mois (13 pour les appareils connus).
      </p>
      <p>
        <strong>Qui les lit</strong>&nbsp;: un service ne reçoit vos données qu’avec votre accord,
        et seulement celles que la page d’accord montre. Chaque service vous connaît sous un numéro
        différent&nbsp;: ils ne peuvent pas se recouper.
      </p>
    </>
  );
}

export function DataRights({ consentsUrl, contact }: { consentsUrl: string; contact: string }) {
  return (
    <>
      <h2>Vos droits</h2>
      <ul>
        <li>
          Voir et retirer vos accords&nbsp;: <a href={consentsUrl}>Mes données</a>. Retirer prend
          autant de clics que donner.
        </li>
        <li>
          Accéder à vos données, les corriger, les effacer, en limiter l’usage ou vous y
          opposer&nbsp;: écrivez à <MailLink address={contact} />. La réponse arrive sous un mois
          (deux mois de plus si la demande est complexe&nbsp;: nous vous le disons alors).
        </li>
        <li>
          Si la réponse ne convient pas&nbsp;:{" "}
          <a href="https://www.cnil.fr/fr/plaintes">adresser une plainte à la CNIL</a>.
        </li>
      </ul>
    </>
  );
}
