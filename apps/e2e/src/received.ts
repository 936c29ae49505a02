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

/** What is wrong in any console of the context, its later pages included; what the policy refused is in it. */
export function recordComplaints(context: BrowserContext, complaints: string[]): void {
  context.on("page", (page) => listen(page, complaints));
}

function listen(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (!isOfTheNetwork(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
}

/** The browser itself logs each answer of 400 and more, and each socket that did not open. */
const isOfTheNetwork = (text: string): boolean =>
  text.startsWith("Failed to load resource") || text.startsWith("WebSocket connection to");
