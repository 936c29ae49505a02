import type { BrowserContext, Page, Response } from "playwright-core";

/** Everything that reached one person's device: bodies of answers and frames of sockets. */
export interface Received {
  /** Which of these phrases came, and where. Empty is what a secret wants. */
  readonly find: (phrases: readonly string[]) => Promise<readonly string[]>;
  readonly sockets: () => number;
}

interface Parcel {
  readonly from: string;
  readonly bytes: Buffer;
}

/** From now on, for the pages that the context opens later. */
export function recordReceived(context: BrowserContext): Received {
  const parcels: Parcel[] = [];
  const arriving: Promise<void>[] = [];
  let sockets = 0;
  context.on("response", (response) => arriving.push(keepBody(response, parcels)));
  context.on("page", (page) => {
    page.on("websocket", (socket) => {
      sockets += 1;
      socket.on("framereceived", ({ payload }) =>
        parcels.push({ from: socket.url(), bytes: Buffer.from(payload) }),
      );
    });
  });
  return {
    sockets: () => sockets,
    find: async (phrases) => {
      await Promise.all(arriving);
      return phrases.flatMap((phrase) => {
        const parcel = parcels.find(({ bytes }) => bytes.includes(phrase));
        return parcel ? [`“${phrase}” in ${parcel.from}`] : [];
      });
    },
  };
}

async function keepBody(response: Response, parcels: Parcel[]): Promise<void> {
  // A redirect, and an answer whose page has gone, have no body.
  const bytes = await response.body().catch(() => undefined);
  if (bytes) parcels.push({ from: response.url(), bytes });
}

/**
 * What is wrong in any console of the context, its later pages included; what the policy refused is in it. `expected`: what
 * the browser itself logs of an answer or a connection that the test asked for.
 */
export function recordComplaints(
  context: BrowserContext,
  complaints: string[],
  expected: readonly RegExp[],
): void {
  context.on("page", (page) => listen(page, complaints, expected));
}

function listen(page: Page, complaints: string[], expected: readonly RegExp[]): void {
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const text = `${message.text()} (${message.location().url})`;
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(`${page.url()}: ${text}`);
  });
}

/** What the browser logs of an answer with this status. */
export const answered = (status: number): RegExp =>
  new RegExp(`^Failed to load resource: the server responded with a status of ${status} `);

/** What it logs when there is no network, or no server. */
export const noNetwork: RegExp =
  /^(Failed to load resource: net::ERR_|WebSocket connection to '[^']+' failed: )/;
