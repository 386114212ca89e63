import { formatPhone, phoneHref } from "@/lib/format/phone";

export function PhoneLink({ phone, className }: { phone: string; className?: string }) {
  return (
    <a href={phoneHref(phone)} className={className ?? "whitespace-nowrap"}>
      {formatPhone(phone)}
    </a>
  );
}

export function MailLink({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} className="break-words">
      {address}
    </a>
  );
}
