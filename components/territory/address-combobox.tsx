"use client";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import { controlClass } from "@/components/ui/control";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { Address } from "@/lib/territory/model";
import { useSuggestions } from "./use-suggestions";
import { useTypedEarly } from "./use-typed-early";

type Props = {
  id: string;
  labelledBy: string;
  describedBy: string;
  isWrong: boolean;
  value: string;
  near: string | undefined;
  onType: (text: string) => void;
  onChoose: (address: Address) => void;
  /** Beside the number of addresses. */
  children: ReactNode;
};

/** One letter without its accent, so that positions stay the same. */
const plain = (text: string) =>
  [...text].map((letter) => letter.normalize("NFD").charAt(0).toLowerCase()).join("");

/** What was typed in bold, when the address begins with it. */
function Label({ label, typed }: { label: string; typed: string }) {
  const start = typed.trim();
  if (start === "" || !plain(label).startsWith(plain(start))) return <span>{label}</span>;
  return (
    <span>
      <strong>{label.slice(0, start.length)}</strong>
      {label.slice(start.length)}
    </span>
  );
}

type ListProps = {
  id: string;
  addresses: readonly Address[];
  active: number;
  typed: string;
  onChoose: (address: Address) => void;
};

function Listbox({ id, addresses, active, typed, onChoose }: ListProps) {
  return (
    <div className="mt-1 overflow-hidden rounded-md border border-edge bg-surface shadow-raise">
      <div id={`${id}-liste`} role="listbox" aria-label="Adresses proposées" tabIndex={-1}>
        {addresses.map((address, index) => (
          // The keyboard stays in the input (aria-activedescendant): an option is only pointed at.
          <div
            key={address.label}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(address)}
            onKeyDown={(event) => event.key === "Enter" && onChoose(address)}
            className={cx(
              "flex min-h-12 cursor-pointer items-center gap-3 border-l-4 px-3 py-2",
              index === active
                ? "border-brand bg-brand-soft"
                : "border-transparent hover:bg-sunken",
            )}
          >
            <span className="text-ink-soft">
              <Icon name="map-pin" />
            </span>
            <Label label={address.label} typed={typed} />
          </div>
        ))}
      </div>
    </div>
  );
}

/**
 * What to do when the input loses focus: at once by keyboard, but after the click by pointer. A list that
 * goes while a button is held down moves what is under it, and the click misses.
 */
function useLeaving(close: () => void) {
  const isPressed = useRef(false);
  useEffect(() => {
    const press = (event: PointerEvent) => {
      isPressed.current = event.type === "pointerdown";
    };
    const names = ["pointerdown", "pointerup", "pointercancel"] as const;
    for (const name of names) window.addEventListener(name, press, { capture: true });
    return () => {
      for (const name of names) window.removeEventListener(name, press, { capture: true });
    };
  }, []);
  return ({ currentTarget: input }: FocusEvent) => {
    if (!isPressed.current) return close();
    // Back in the input meanwhile: a search may be under way, that must not be stopped.
    const closeIfLeft = () => document.activeElement !== input && close();
    window.addEventListener("pointerup", () => setTimeout(closeIfLeft, 50), { once: true });
  };
}

/** Combobox with a list below it (WAI-ARIA APG, list autocomplete); the first address is ready for Enter. */
export function AddressCombobox({
  id,
  labelledBy,
  describedBy,
  isWrong,
  value,
  near,
  onType,
  onChoose,
  children,
}: Props) {
  const { addresses, sentence, search, close, forget } = useSuggestions(near);
  const [active, setActive] = useState(0);
  const leave = useLeaving(close);
  const isOpen = addresses.length > 0;

  const type = (text: string) => {
    setActive(0);
    search(text);
    onType(text);
  };
  const input = useTypedEarly(value, type);

  const choose = (address: Address) => {
    forget();
    onChoose(address);
  };
  const move = (by: number) =>
    setActive((active + by + addresses.length) % Math.max(addresses.length, 1));

  const press = (event: KeyboardEvent) => {
    const address = addresses[active];
    if (!address) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape") forget();
    else if (event.key === "Enter") choose(address);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-liste`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={isWrong ? true : undefined}
        autoComplete="off"
        value={value}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={leave}
        className={controlClass(isWrong ? "wrong" : undefined)}
      />
      {isOpen && <Listbox {...{ id, addresses, active, typed: value }} onChoose={choose} />}
      <div className="mt-2 flex flex-wrap items-center text-note text-ink-soft">
        <p role="status" className={sentence && "mr-2"}>
          {sentence}
        </p>
        {children}
      </div>
    </>
  );
}
