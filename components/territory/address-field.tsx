"use client";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { FieldError, OptionalMark } from "@/components/ui/field";
import { Unbroken } from "@/components/ui/unbroken";
import type { FieldErrors } from "@/lib/result";
import type { Address } from "@/lib/territory/model";
import { AddressCombobox } from "./address-combobox";
import { AddressPart } from "./address-part";
import { type AddressKey, type AddressValues, useAddress } from "./use-address";

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean | undefined;
  /** The label as a heading, where the step asks few questions. */
  big?: boolean | undefined;
  values?: AddressValues;
  /** By control name: `adresse.postalCode`. */
  errors?: FieldErrors;
  /** INSEE code of the commune whose streets come first. */
  near?: string | undefined;
};

const HINT = "Commencez par le numéro et la rue, puis choisissez dans la liste.";

/** A part found wrong while it is hidden comes on screen: whoever found it wrong points at it. */
function useMarkedParts(root: RefObject<HTMLElement | null>, onMarked: () => void) {
  const tell = useRef(onMarked);
  tell.current = onMarked;
  useEffect(() => {
    if (!root.current) return;
    const watch = new MutationObserver((changes) => {
      const isHidden = ({ target }: MutationRecord) =>
        target instanceof HTMLInputElement && target.ariaInvalid && target.offsetParent === null;
      if (changes.some(isHidden)) tell.current();
    });
    watch.observe(root.current, { subtree: true, attributeFilter: ["aria-invalid"] });
    return () => watch.disconnect();
  }, [root]);
}

type TextButtonProps = { onClick: () => void; className?: string; children: ReactNode };

function TextButton({ onClick, className, children }: TextButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={cx(
        "inline-flex min-h-11 items-center text-brand underline decoration-1 underline-offset-[0.2em] hover:text-brand-strong hover:decoration-2",
        className,
      )}
    >
      {children}
    </button>
  );
}

/**
 * An address: chosen in a list as one types, or written part by part. Its parts are the only controls that
 * are posted; without JavaScript they are all there is.
 */
export function AddressField({ name, label, optional, big, near, ...props }: Props) {
  const { hint = HINT, values = {}, errors = {} } = props;
  const error = errors[name];
  const hasErrors = Object.keys(errors).some((key) => key.startsWith(`${name}.`));
  const address = useAddress(values, hasErrors);
  const root = useRef<HTMLFieldSetElement>(null);

  const choose = (chosen: Address) => {
    address.choose(chosen);
    // Whatever saves the form as one types hears of it once the parts are written.
    requestAnimationFrame(() => root.current?.dispatchEvent(new Event("input", { bubbles: true })));
  };
  useMarkedParts(root, () => address.turn(true));
  const turn = (toHand: boolean) => () => {
    address.turn(toHand);
    const next = toHand ? "input[name$='.street']" : "[role=combobox]";
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(next)?.focus());
  };
  const part = (key: AddressKey) => ({
    id: `${name}.${key}`,
    value: address.parts[key] ?? "",
    error: errors[`${name}.${key}`],
    onChange: (value: string) => address.change(key, value),
  });
  const shown = (isShown: boolean) => (isShown ? "" : "hidden noscript:block");

  return (
    <fieldset ref={root} className="min-w-0">
      <legend
        id={`${name}-titre`}
        className={cx("font-bold", address.isByHand ? "mb-3" : "mb-1", big && "text-h3")}
      >
        <Unbroken>{label}</Unbroken> {optional && <OptionalMark />}
      </legend>
      {error && <FieldError id={name}>{error}</FieldError>}
      {!address.isByHand && (
        <div className="noscript:hidden">
          <p id={`${name}-aide`} className="mb-2 text-ink-soft">
            {hint}
          </p>
          <AddressCombobox
            id={name}
            labelledBy={`${name}-titre`}
            describedBy={cx(`${name}-aide`, error && `${name}-err`)}
            isWrong={Boolean(error)}
            value={address.text}
            near={near}
            onType={address.type}
            onChoose={choose}
          >
            <TextButton onClick={turn(true)}>Mon adresse n’est pas dans la liste</TextButton>
          </AddressCombobox>
        </div>
      )}
      <div className="space-y-5">
        <div className={shown(address.isByHand)}>
          <AddressPart {...part("street")} label="Numéro et rue" autoComplete="address-line1" />
        </div>
        <div className={shown(address.isByHand || Boolean(address.parts.commune))}>
          <AddressPart
            {...part("complement")}
            label="Complément d’adresse"
            hint="Bâtiment, étage, chez…"
            optional
            autoComplete="address-line2"
          />
        </div>
        <div className={cx("space-y-5", shown(address.isByHand))}>
          <AddressPart
            {...part("postalCode")}
            label="Code postal"
            inputMode="numeric"
            width="short"
            autoComplete="postal-code"
          />
          <AddressPart {...part("commune")} label="Commune" autoComplete="address-level2" />
        </div>
      </div>
      {address.isByHand && (
        <TextButton onClick={turn(false)} className="mt-2 text-note noscript:hidden">
          Chercher l’adresse dans la liste
        </TextButton>
      )}
      {(["insee", "latitude", "longitude"] as const).map((key) => (
        <input key={key} type="hidden" name={`${name}.${key}`} value={address.parts[key] ?? ""} />
      ))}
    </fieldset>
  );
}
