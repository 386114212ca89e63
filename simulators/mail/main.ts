import { createServer } from "node:http";
import { SMTPServer } from "smtp-server";
import { answer } from "./pages";
import { keepMail, loadMails } from "./store";

const LOOPBACK = "127.0.0.1";

await loadMails();

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  logger: false,
  onAuth: (_auth, _session, done) => done(null, { user: "anyone" }),
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    const recipients = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () =>
      keepMail(Buffer.concat(chunks), recipients).then(
        () => done(),
        (error) => done(error),
      ),
    );
  },
});
// A client that hangs up in the middle is its own affair.
smtp.on("error", () => {});
smtp.listen(Number(process.env.SMTP_PORT), LOOPBACK);

const pages = createServer(answer).listen(Number(process.env.MAIL_PORT), LOOPBACK);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    pages.close();
    smtp.close(() => process.exit(0));
    setTimeout(() => process.exit(0), 1_000).unref();
  });
