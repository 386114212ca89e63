import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Csrf } from "@/components/ui/csrf";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/format/date";

type Child = {
  id: string;
  givenName: string;
  familyName: string;
  birthdate: string;
  birthplace: string;
  parentIds: readonly string[];
};

type Props = { child: Child; isGrown: boolean; remove: (form: FormData) => Promise<void> };

export function ChildCard({ child, isGrown, remove }: Props) {
  const { id, givenName, familyName, birthdate, birthplace, parentIds } = child;
  const name = `${givenName} ${familyName}`;
  return (
    <Card as="li">
      <h3 className="text-h4">{name}</h3>
      <p className="mt-1">
        Naissance le {formatDay(birthdate)}, {birthplace}.{" "}
        {parentIds.length > 1 && "Partagé avec son autre parent."}
      </p>
      {isGrown && (
        <Notice tone="info" heading="h3" className="mt-4">
          {givenName} a 18&nbsp;ans et peut ouvrir son propre compte. Aucune démarche ne propose
          plus ses informations&nbsp;: vous pouvez les retirer de votre foyer.
        </Notice>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        {!isGrown && (
          <ButtonLink look="outline" href={`/compte/foyer/${id}`}>
            Modifier ou partager<span className="sr-only">{`\u00a0: ${name}`}</span>
          </ButtonLink>
        )}
        <form action={remove}>
          <Csrf />
          <Button look={isGrown ? "outline" : "link"}>
            Retirer<span className="sr-only">{`\u00a0: ${name}`}</span>
          </Button>
        </form>
      </div>
    </Card>
  );
}
