"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and in the first drawing, true once JavaScript runs here. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
