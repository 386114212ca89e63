import { Details } from "@/components/ui/details";

/** What people ask about the portal, in the order they meet it. */
export function PortalQuestions({ accountName }: { accountName: string }) {
  return (
    <div className="mt-4 border-t border-line">
      <Details summary="À qui s’adresse ma demande&nbsp;: la Métropole ou ma commune&#8239;?">
        <p>
          Vous n’avez pas à le savoir. Choisissez votre commune&nbsp;: la bonne démarche s’affiche,
          et le nom de la collectivité qui rend le service est écrit au-dessus de son titre. C’est
          elle qui reçoit votre demande et qui vous répond.
        </p>
      </Details>
      <Details summary="Me faut-il un compte&#8239;?">
        <p>
          Pas toujours. Quand une démarche se fait sans compte, sa page le dit. Sans compte, vous
          recevez un code de suivi&nbsp;: gardez-le, il rouvre votre demande sur{" "}
          <a href="/suivi">la page de suivi</a>.
        </p>
        <p>
          Avec un compte {accountName}, vous retrouvez toutes vos demandes au même endroit, vous
          n’écrivez plus deux fois vos coordonnées, et vous pouvez rattacher une demande faite sans
          compte.
        </p>
      </Details>
      <Details summary="Puis-je m’arrêter et reprendre plus tard&#8239;?">
        <p>
          Oui. Chaque étape est enregistrée. Vos brouillons sont dans{" "}
          <a href="/mes-demandes">Mes demandes</a>, avec la date où ils seront effacés. Vous pouvez
          commencer sur un téléphone et finir sur un ordinateur.
        </p>
      </Details>
      <Details summary="Comment envoyer un papier&#8239;?">
        <p>
          Une photo nette suffit le plus souvent. Le poids et les formats acceptés sont écrits avant
          chaque envoi. Si la connexion se coupe, l’envoi reprend où il en était. Si un fichier est
          refusé, une phrase vous dit pourquoi&#8239;; vos réponses sont gardées.
        </p>
      </Details>
      <Details summary="Comment savoir où en est ma demande&#8239;?">
        <p>
          Ouvrez-la dans <a href="/mes-demandes">Mes demandes</a>, ou avec votre code sur{" "}
          <a href="/suivi">la page de suivi</a>&nbsp;: chaque étape y est datée, et la suite
          annoncée. Vous recevez aussi un courriel à chaque étape qui compte.
        </p>
      </Details>
      <Details summary="On me demande un complément. Que faire&#8239;?">
        <p>
          Ouvrez la demande&nbsp;: la question est en haut, avec la date avant laquelle répondre. Le
          délai d’instruction est suspendu jusqu’à votre réponse.
        </p>
      </Details>
      <Details summary="Personne ne m’a répondu. Qu’est-ce que cela veut dire&#8239;?">
        <p>
          L’accusé de réception l’écrit pour chaque demande&nbsp;: au bout du délai, le silence vaut
          soit acceptation, soit refus. Il dit aussi quel service appeler.
        </p>
      </Details>
      <Details summary="Qui voit ce que j’écris&#8239;?">
        <p>
          Le service écrit sur votre demande, et lui seul. Les accords que vous avez donnés à
          d’autres services sont dans <a href="/mes-donnees">Mes données</a>&nbsp;: vous pouvez les
          retirer à tout moment.
        </p>
      </Details>
      <Details summary="Puis-je faire la démarche pour quelqu’un d’autre&#8239;?">
        <p>
          Oui, si la personne est d’accord&nbsp;: écrivez son nom à elle dans la démarche, et votre
          courriel pour recevoir les réponses. Ne donnez jamais votre mot de passe, et n’utilisez
          pas celui d’un autre.
        </p>
      </Details>
      <Details summary="Je préfère le guichet ou le courrier">
        <p>
          C’est toujours possible. Chaque page de démarche donne, sous «&nbsp;Faire
          autrement&nbsp;», l’adresse, les horaires et le téléphone du service. Une personne y
          remplit la démarche avec vous, gratuitement.
        </p>
      </Details>
    </div>
  );
}
