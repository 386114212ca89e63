"use client";
import { useState } from "react";
import { type Address, labelOf } from "@/lib/territory/model";

export const ADDRESS_KEYS = [
  "street",
  "complement",
  "postalCode",
  "commune",
  "insee",
  "latitude",
  "longitude",
] as const;
export type AddressKey = (typeof ADDRESS_KEYS)[number];

/** As the forms engine names them, after the field's own name and a dot. */
export type AddressValues = Partial<Record<AddressKey, string | undefined>>;

const valuesOf = ({ houseNumber, street, postalCode, commune, insee, ...at }: Address) => ({
  ...{ postalCode, commune, insee },
  street: [houseNumber, street].filter(Boolean).join(" "),
  latitude: String(at.latitude ?? ""),
  longitude: String(at.longitude ?? ""),
});

/** What only a suggestion knows: gone as soon as a part is changed by hand. */
const UNKNOWN = { insee: "", latitude: "", longitude: "" };

const written = ({ street = "", postalCode = "", commune = "" }: AddressValues) =>
  street && postalCode && commune ? labelOf({ street, postalCode, commune }) : street;

/** The parts of an address, and the line that searches them. `isByHand`: the parts are on screen. */
export function useAddress(values: AddressValues, hasErrors: boolean) {
  const [parts, setParts] = useState(values);
  const [text, setText] = useState(() => written(values));
  const [isByHand, setIsByHand] = useState(hasErrors || Boolean(values.street && !values.insee));

  return {
    parts,
    text,
    isByHand,
    turn: (toHand: boolean) => {
      setIsByHand(toHand);
      setText(written(parts));
    },
    type: (typed: string) => {
      setText(typed);
      const rest = { ...UNKNOWN, postalCode: "", commune: "" };
      setParts(({ complement }) => ({ ...rest, complement, street: typed }));
    },
    choose: (address: Address) => {
      setText(address.street ? address.label : "");
      setParts(({ complement }) => ({ complement, ...valuesOf(address) }));
    },
    change: (key: AddressKey, value: string) =>
      setParts((before) => ({
        ...before,
        ...(key === "complement" ? {} : UNKNOWN),
        [key]: value,
      })),
  };
}
