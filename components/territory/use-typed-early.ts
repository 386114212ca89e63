"use client";
import { useEffect, useRef } from "react";

/** The ref of a controlled input, whose `onTyped` hears what was typed before JavaScript ran here. */
export function useTypedEarly(value: string, onTyped: (typed: string) => void) {
  const input = useRef<HTMLInputElement>(null);
  const first = useRef({ value, onTyped });
  useEffect(() => {
    const typed = input.current?.value ?? "";
    if (typed !== first.current.value) first.current.onTyped(typed);
  }, []);
  return input;
}
