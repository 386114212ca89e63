import { CardLink } from "@/components/ui/card";
import { Section } from "@/components/ui/page";

type Card = { href: string; title: string; below: string };

/** Nothing at all without a card. */
export function CardSection({ title, cards }: { title: string; cards: readonly Card[] }) {
  if (cards.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="mt-4 grid gap-4">
        {cards.map((card) => (
          <CardLink key={card.href} {...card} />
        ))}
      </ul>
    </Section>
  );
}
