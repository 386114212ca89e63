import { Icon } from "@/components/ui/icon";
import { PhoneLink } from "./contact";

/** The phone first: a person is the shortest way for many. */
export function HelpLine({ phone, hours }: { phone: string; hours: string }) {
  return (
    <section aria-labelledby="t-tel" className="mt-8 rounded-lg bg-brand-soft p-5 sm:p-6">
      <h2 id="t-tel" className="text-h3">
        Par téléphone
      </h2>
      <p className="mt-2 flex items-center gap-2 text-h2 font-bold">
        <Icon name="phone" size={7} />
        <PhoneLink phone={phone} className="inline-flex min-h-11 items-center whitespace-nowrap" />
      </p>
      <p className="text-ink-soft">{hours}. Prix d’un appel local.</p>
    </section>
  );
}
