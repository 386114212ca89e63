"use client";

import { AgentsHeader } from "./agents-header";
import { AgentsFooter } from "./footers";
import { type FrameProps, Main } from "./main";
import { SkipLink } from "./skip-link";

export { Missing } from "./missing";

type AgentsProps = FrameProps & {
  density: "comfortable" | "dense";
  sections: readonly { href: string; label: string }[];
};

export function AgentsFrame({ frame, density, sections, children }: AgentsProps) {
  return (
    <div data-density={density} className="flex grow flex-col">
      <SkipLink />
      <AgentsHeader
        name={frame.portalName}
        person={frame.person}
        sections={sections}
        accountUrl={frame.accountUrl}
      />
      <Main home="/agents">{children}</Main>
      <AgentsFooter />
    </div>
  );
}
