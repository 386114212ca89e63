/** `unscanned`: no antivirus is configured. Only `clean` and `unscanned` files can be downloaded. */
export const SCAN_STATES = ["pending", "clean", "infected", "unscanned"] as const;
export type ScanState = (typeof SCAN_STATES)[number];
