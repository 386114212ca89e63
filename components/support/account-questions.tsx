import { Details } from "@/components/ui/details";

/** What people ask when they cannot get in, or wonder what the account is. */
export function AccountQuestions({ accountName }: { accountName: string }) {
  return (
    <div className="mt-4 border-t border-line">
      <Details summary="J’ai oublié mon mot de passe">
        <p>
          Demandez <a href="/mot-de-passe-oublie">un nouveau mot de passe</a>&nbsp;: un courriel
          vous permet d’en choisir un autre. L’ancien ne peut pas vous être rendu&nbsp;: nous ne le
          connaissons pas.
        </p>
      </Details>
      <Details summary="Le courriel n’arrive pas">
        <p>
          Attendez quelques minutes et regardez dans les courriers indésirables. Vérifiez l’adresse
          que vous avez tapée. Par sécurité, la page répond la même chose que l’adresse ait un
          compte ou non&nbsp;: si vous doutez d’en avoir un, <a href="/inscription">créez-le</a>.
        </p>
      </Details>
      <Details summary="On me demande d’attendre avant de réessayer">
        <p>
          Après plusieurs essais faux, il faut patienter un peu. Le compte n’est pas bloqué&nbsp;:
          le temps d’attente est écrit sur la page, et le bon mot de passe marchera ensuite.
        </p>
      </Details>
      <Details summary="Je n’ai plus accès à mon adresse de courriel">
        <p>
          Si vous connaissez votre mot de passe, connectez-vous et changez d’adresse dans{" "}
          <a href="/compte">votre compte</a>. Sinon, appelez-nous&nbsp;: une personne vérifiera que
          c’est bien vous.
        </p>
      </Details>
      <Details summary={`À quoi sert le compte ${accountName}\u202f?`}>
        <p>
          À entrer dans tous les services reliés avec le même courriel et le même mot de passe, et à
          ne pas redonner les mêmes renseignements. Un service ne reçoit que ce que vous acceptez de
          lui montrer, et vous pouvez changer d’avis.
        </p>
      </Details>
      <Details summary="La déconnexion vaut-elle partout&#8239;?">
        <p>
          Oui&nbsp;: se déconnecter d’un service vous déconnecte de tous ceux que vous aviez ouverts
          avec ce compte. Faites-le toujours sur un ordinateur partagé.
        </p>
      </Details>
      <Details summary="Le compte est-il obligatoire&#8239;?">
        <p>
          Non. Beaucoup de démarches se font sans compte, et toutes peuvent se faire au guichet ou
          par courrier.
        </p>
      </Details>
    </div>
  );
}
