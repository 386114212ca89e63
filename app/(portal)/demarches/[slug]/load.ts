import "server-only";
import { cache } from "react";
import { nobody } from "@/lib/auth/actor";
import { getChosenPlace } from "@/lib/auth/place";
import { kept } from "@/lib/kept";
import { orNotFound } from "@/lib/page";
import { getProcedurePage } from "@/lib/procedures/queries/get-procedure-page";

/** Read once for the title and the page; a commune in the address wins over the one of the cookie. */
export const loadProcedure = cache(
  async (slug: string, commune: string | undefined, organisation: string | undefined) => {
    const insee = commune ?? (await getChosenPlace())?.insee;
    return orNotFound(
      kept("procedure", [slug, insee, organisation], () =>
        getProcedurePage(nobody, slug, { insee, organisation }),
      ),
    );
  },
);
