import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/choices";
import { Csrf } from "@/components/ui/csrf";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { getFrame } from "@/lib/auth/frame";
import { getDensity, getTheme } from "@/lib/auth/theme";
import { takePosted } from "@/lib/posted";
import { keepDisplayAction } from "./actions";

export const metadata: Metadata = { title: "Affichage" };

const THEMES = [
  { value: "system", label: "Comme mon appareil" },
  { value: "light", label: "Clair" },
  { value: "dark", label: "Sombre" },
];

const DENSITIES = [
  { value: "comfortable", label: "Aérées" },
  { value: "dense", label: "Serrées" },
];

export default async function DisplayPage({ searchParams }: PageProps<"/affichage">) {
  const params = await searchParams;
  const [theme, density, posted, { person }] = await Promise.all([
    getTheme(),
    getDensity(),
    takePosted(params),
    getFrame(),
  ]);
  return (
    <Page>
      <Done what={params.fait} />
      <PageTitle lead="Ce choix vaut pour ce navigateur. Vous pouvez en changer quand vous voulez.">
        Affichage
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <form action={keepDisplayAction} className="mt-8 space-y-8">
        <Csrf />
        <Radios name="theme" label="Couleurs" options={THEMES} value={theme} big />
        {person?.agent && (
          <Radios
            name="density"
            label="Lignes des tables, pour les agents"
            options={DENSITIES}
            value={density}
            big
          />
        )}
        <Button>Enregistrer mon choix</Button>
      </form>
    </Page>
  );
}
