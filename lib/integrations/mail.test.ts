import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, test, vi } from "vitest";

test("a refused mail says the server's code, and not whose address it was", async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _, done) =>
      done(Object.assign(new Error(`<${address}> is unknown here`), { responseCode: 550 })),
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.resetModules();
  const { sendMail } = await import("./mail");
  const mail = { to: "samira@exemple.fr", subject: "Bonjour", text: "Bonjour", deliveryId: "1" };
  const error = await sendMail(mail).catch((refusal: unknown) => refusal);
  server.close();
  expect(String(error)).toBe("Error: mail not accepted EENVELOPE 550");
  expect(JSON.stringify(error)).not.toContain("samira");
});
