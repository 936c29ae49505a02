import { once } from "node:events";
import { SMTPServer } from "smtp-server";

export interface TestMailServer {
  readonly url: string;
  /** What it took: to whom, and the message as it came. */
  readonly taken: { readonly to: readonly string[]; readonly message: string }[];
  /** What it answers to each recipient from now on; undefined: it takes them. */
  readonly answer: (code: number | undefined, command?: "RCPT" | "MAIL") => void;
  readonly close: () => Promise<void>;
}

/** A mail server on this machine, at the port that it is given or a free one. */
export async function startMailServer(port = 0): Promise<TestMailServer> {
  const taken: { to: readonly string[]; message: string }[] = [];
  let refusal: { code: number; command: "RCPT" | "MAIL" } | undefined;
  const judge = (command: "RCPT" | "MAIL") =>
    refusal?.command === command
      ? Object.assign(new Error("As the test wants it"), { responseCode: refusal.code })
      : null;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onMailFrom: (_address, _session, done) => done(judge("MAIL")),
    onRcptTo: (_address, _session, done) => done(judge("RCPT")),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        taken.push({ to, message: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  // A client that hangs up is no fault of the test.
  server.on("error", () => {});
  const listening = server.listen(port, "127.0.0.1");
  if (!listening.listening) await once(listening, "listening");
  const address = listening.address();
  if (typeof address !== "object" || !address) throw new Error("The mail server does not listen");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    answer: (code, command = "RCPT") => {
      refusal = code === undefined ? undefined : { code, command };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
