import { Icon } from "./icon";
import { Unbroken } from "./unbroken";

type Props = { name: string; kind: "metropole" | "commune" | "partner"; className?: string };

/** Who gives the service, written above its name, everywhere. */
export function ProviderLine({ name, kind, className = "" }: Props) {
  return (
    <p className={`flex items-center gap-1.5 text-note font-bold text-ink-soft ${className}`}>
      <Icon name={kind === "commune" ? "landmark" : "building-complex"} size={4} />
      <span>
        <Unbroken>{name}</Unbroken>
      </span>
    </p>
  );
}
