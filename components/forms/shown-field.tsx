import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { FieldOf } from "@/lib/forms/schemas";

const paragraphs = (text: string) =>
  text.split(/\n\s*\n/).map((paragraph) => (
    <p key={paragraph} className="mt-2 first:mt-0 whitespace-pre-line">
      {paragraph}
    </p>
  ));

export function Explanation({ title, text, tone }: FieldOf<"explanation">) {
  if (tone !== "plain")
    return (
      <Notice tone={tone === "info" ? "info" : "warn"} title={title}>
        {paragraphs(text)}
      </Notice>
    );
  return (
    <div>
      {title && <h2 className="text-h3">{title}</h2>}
      {paragraphs(text)}
    </div>
  );
}

export const Heading = ({ text, level }: FieldOf<"heading">) =>
  level === "title" ? <h2 className="text-h2">{text}</h2> : <h3 className="text-h3">{text}</h3>;

export const PaymentLink = ({ label, text, url }: FieldOf<"payment-link">) => (
  <div>
    {text && paragraphs(text)}
    <p className="mt-3">
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        className={cx(buttonClass("outline"), "no-underline")}
      >
        <Icon name="external-link" />
        {label}
        <span className="sr-only"> (nouvelle fenêtre)</span>
      </a>
    </p>
  </div>
);
