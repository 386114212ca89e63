"use client";

import { Icon } from "@/components/ui/icon";
import { Unbroken } from "@/components/ui/unbroken";

/** The question of the home page: one field, on the bar. */
export function SearchHero() {
  return (
    <search>
      <form action="/demarches" className="max-w-[44rem]">
        <h1 className="text-h1">
          <label htmlFor="q">
            <Unbroken>{"Que voulez-vous faire\u202f?"}</Unbroken>
          </label>
        </h1>
        <p id="q-aide" className="mt-2 text-lead text-bar-soft">
          Par exemple{"\u00a0"}: déménager, inscrire un enfant, signaler un trou dans la rue.
        </p>
        <div className="mt-6 flex flex-col gap-3 sm:flex-row">
          <input
            id="q"
            name="q"
            type="search"
            autoComplete="off"
            maxLength={200}
            aria-describedby="q-aide"
            className="min-h-14 min-w-0 grow rounded-md border-2 border-on-bar bg-surface px-4 text-lead text-ink"
          />
          <button
            type="submit"
            className="inline-flex min-h-14 items-center justify-center gap-2 rounded-md border-2 border-on-bar bg-bar px-6 font-bold text-on-bar hover:bg-on-bar hover:text-bar"
          >
            <Icon name="search" />
            Rechercher
          </button>
        </div>
      </form>
    </search>
  );
}
