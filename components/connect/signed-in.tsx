import { ContinueForm } from "./continue-form";
import { SecondProofNeeded } from "./second-proof-needed";

type Props = { at: string; way: "continue" | "give" | "add"; service: { name: string } };

/** To whoever is signed in in this browser already. */
export function SignedIn({ at, way, service }: Props) {
  if (way === "continue") return <ContinueForm action={`${at}/connexion`} service={service} />;
  const action = `${at}/seconde-preuve`;
  return <SecondProofNeeded action={action} service={service} canGive={way === "give"} />;
}
