import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { findFreePort, type RunningChild, startChild } from "./child-process.ts";

/** The server as `npm start` runs it, with its demo cases, in a process of its own. */
export interface DemoServer extends RunningChild {
  readonly port: number;
  readonly origin: string;
  readonly password: string;
  /** Signs a demo account in. Gives the header `cookie`. */
  readonly signIn: (email: string) => Promise<string>;
  /** The JSON at an address under `/api`. */
  readonly read: (path: string, cookie: string) => Promise<unknown>;
}

const main = fileURLToPath(new URL("../../../server/src/main.ts", import.meta.url));

/**
 * `before`: it ran in this folder already; at the same address again, whoever was signed in still is. `settings`: further variables of
 * its environment.
 */
export async function startDemoServer(
  dataFolder: string,
  before?: Pick<DemoServer, "port" | "password">,
  settings: Readonly<Record<string, string>> = { CONSILIUM_MEDIA: "off" },
): Promise<DemoServer> {
  const { port, password } = before ?? { port: await findFreePort(), password: randomUUID() };
  const origin = `http://localhost:${port}`;
  const environment = {
    PORT: String(port),
    CONSILIUM_DATA: dataFolder,
    CONSILIUM_DEMO_PASSWORD: password,
    CONSILIUM_DEMO_IMAGES: "off",
    NODE_ENV: "development",
    ...settings,
  };
  const child = await startChild(main, environment, "Consilium is ready");
  return {
    ...child,
    port,
    origin,
    password,
    signIn: async (email) => {
      const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin },
        body: JSON.stringify({ email, password }),
      });
      if (!answer.ok) throw new Error(`${email} was not signed in: ${answer.status}`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";", 1)[0])
        .join("; ");
    },
    read: async (path, cookie) => {
      const answer = await fetch(`${origin}/api${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
      return answer.json();
    },
  };
}

const caseList = z.object({ items: z.array(z.object({ id: z.string(), number: z.string() })) });

/** The demo's case whose opinion is being written, its draft shared live with the care team. */
export async function findOpenCase(server: DemoServer, cookie: string): Promise<string> {
  const { items } = caseList.parse(await server.read("/cases", cookie));
  const found = items.find(({ number }) => number === "CN-4821");
  if (!found) throw new Error("The demo has no case CN-4821.");
  return found.id;
}
