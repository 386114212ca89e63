"use client";

import type { ComponentProps, ReactNode } from "react";
import { Pager } from "@/components/ui/pager";
import { Filters } from "./filters";
import { Queue } from "./queue";
import { QueueHeading } from "./queue-heading";
import { Shortcuts } from "./shortcuts";
import { Views } from "./views";

type Props = {
  heading: ComponentProps<typeof QueueHeading>;
  views: ComponentProps<typeof Views>;
  filters: ComponentProps<typeof Filters>;
  queue: ComponentProps<typeof Queue>;
  pages: ComponentProps<typeof Pager>;
  /** What was just done, or what went wrong. */
  children: ReactNode;
};

/**
 * A component of the browser so that the page's payload says each row once, as data: what is drawn
 * comes from the server all the same. Everything is in words already, dates included.
 */
export function QueueScreen({ heading, views, filters, queue, pages, children }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[12.5rem_minmax(0,1fr)]">
      <Views {...views} />
      <section aria-labelledby="file" className="min-w-0 px-4 pt-4">
        {children}
        <QueueHeading {...heading} />
        <Filters {...filters} />
        <Queue {...queue} />
        <Pager {...pages} />
        <Shortcuts />
      </section>
    </div>
  );
}
