import "server-only";
import { cache } from "react";
import { nobody } from "@/lib/auth/actor";
import { getChosenPlace } from "@/lib/auth/place";
import { kept } from "@/lib/kept";
import { orNotFound } from "@/lib/page";
import { getProcedurePage } from "@/lib/procedures/queries/get-procedure-page";
import { procedureParams } from "@/lib/procedures/schemas";

/** Read once for the title and the page; a commune in the address wins over the one of the cookie. */
const loadProcedure = cache(
  async (slug: string, commune: string | undefined, organisation: string | undefined) => {
    const insee = commune ?? (await getChosenPlace())?.insee;
    return orNotFound(
      kept("procedure", [slug, insee, organisation], () =>
        getProcedurePage(nobody, slug, { insee, organisation }),
      ),
    );
  },
);

export type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function load({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { commune, organisme } = procedureParams.parse(search);
  return { search, procedure: await loadProcedure(slug, commune, organisme) };
}
