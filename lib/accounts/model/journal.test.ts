import { describe, expect, test } from "vitest";
import { isAlarming, type JournalEntry, journalLabel, journalPlace } from "./journal";

const entry = (action: JournalEntry["action"], details: Record<string, unknown> = {}) => ({
  id: "1",
  at: new Date(0),
  action,
  details,
});

const services = new Map([["pass", "Pass Urbain"]]);

describe("a line of the journal", () => {
  test.each<[JournalEntry, string]>([
    [entry("account.sign-in"), "Connexion"],
    [entry("account.sign-in", { with: "franceconnect" }), "Connexion avec FranceConnect"],
    [entry("account.refuse-sign-in"), "Connexion refusée\u00a0: mauvais mot de passe"],
    [entry("account.new-device", { isProven: true }), "Nouvel appareil"],
    [entry("account.new-device"), "Nouvel appareil, signalé par courriel"],
    [entry("account.refuse-device"), "Appareil refusé\u00a0: «\u00a0ce n’était pas moi\u00a0»"],
    [
      entry("account.update-profile", { parts: ["givenName", "familyName", "phone"] }),
      "Informations modifiées\u00a0: identité, téléphone",
    ],
    [entry("consent.give", { clientId: "pass" }), "Accord donné à «\u00a0Pass Urbain\u00a0»"],
    [entry("consent.withdraw", { clientId: "gone" }), "Accord retiré à un service"],
    [entry("session.end", { why: "closed" }), "Appareil déconnecté"],
    [entry("session.end"), "Déconnexion"],
  ])("%#: %s", (line, label) => {
    expect(journalLabel(line, services)).toBe(label);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ device: "Firefox", network: "n" }, "Firefox, même réseau que vous en ce moment"],
    [{ device: "Firefox", network: "m" }, "Firefox, autre réseau"],
    [{ device: "Firefox" }, "Firefox"],
    [{}, ""],
  ])("says of %o: %s", (details, place) => {
    expect(journalPlace(entry("account.sign-in", details), "n")).toBe(place);
  });

  test("alarms when somebody was refused", () => {
    expect(isAlarming(entry("account.refuse-sign-in"))).toBe(true);
    expect(isAlarming(entry("account.sign-in"))).toBe(false);
  });
});
