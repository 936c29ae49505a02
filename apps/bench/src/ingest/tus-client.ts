import { createHash } from "node:crypto";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { Agent, IncomingMessage, request } from "node:http";

/** Where files go, as somebody who may add records to the case. */
export interface Door {
  readonly origin: string;
  readonly cookie: string;
  readonly caseId: string;
}

/** A file on this disk, and its path in the delivery. */
export interface FileToSend {
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
}

/** Bytes of one request, as the app sends them. */
const piece = 8 * 2 ** 20;
const version = { "tus-resumable": "1.0.0" };

const agent = new Agent({ keepAlive: true });

/** By Node's own client and not by `fetch`, which takes 10 ms of a core for a slice and not 3: a sender is another machine elsewhere. */
async function send(
  address: string,
  method: "POST" | "PATCH",
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | undefined,
): Promise<IncomingMessage> {
  const length = { "content-length": String(body?.length ?? 0) };
  const sending = request(address, { agent, method, headers: { ...headers, ...length } });
  sending.end(body);
  const [answer]: unknown[] = await once(sending, "response");
  if (!(answer instanceof IncomingMessage)) throw new TypeError("There was no answer");
  answer.resume();
  await once(answer, "end");
  return answer;
}

/** Announces a file, with its first bytes or without; gives the address that the rest goes to. */
export async function announce(
  { origin, cookie, caseId }: Door,
  delivery: string,
  { path, bytes }: FileToSend,
  first?: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const file = createHash("sha256").update(path).digest("hex");
  const told = { caseId, delivery, file, filename: path.split("/").at(-1) ?? path, relativePath: path };
  const metadata = Object.entries(told)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");
  const headers = { ...version, cookie, "upload-length": String(bytes), "upload-metadata": metadata };
  const answer = await send(`${origin}/api/uploads`, "POST", { ...headers, ...(first && pieceAt(0)) }, first);
  if (answer.statusCode !== 201) throw new Error(`${path} was not announced: ${answer.statusCode}`);
  return new URL(answer.headers.location ?? "", origin).href;
}

const pieceAt = (offset: number) => ({
  "upload-offset": String(offset),
  "content-type": "application/offset+octet-stream",
});

/** As the app: what fits into one request comes with its announcement. */
export async function sendWhole(door: Door, delivery: string, file: FileToSend): Promise<void> {
  if (file.bytes <= piece) await announce(door, delivery, file, await readFile(file.file));
  else await sendFrom(door, await announce(door, delivery, file), file, 0);
}

/** How many bytes of it the server has. Rejects while nobody answers. */
export async function arrivedAt({ cookie }: Door, address: string): Promise<number> {
  const answer = await fetch(address, { method: "HEAD", headers: { ...version, cookie } });
  const offset = Number(answer.headers.get("upload-offset") ?? Number.NaN);
  if (!answer.ok || !Number.isSafeInteger(offset)) throw new Error(`${address} answers ${answer.status}`);
  return offset;
}

/** From `start` to its end, a piece after the other. `sent` hears where it is. */
export async function sendFrom(
  { cookie }: Door,
  address: string,
  { file, bytes }: FileToSend,
  start: number,
  sent: (offset: number) => void = () => undefined,
): Promise<void> {
  const handle = await open(file);
  try {
    const held = Buffer.allocUnsafe(Math.min(piece, bytes));
    for (let offset = start; offset < bytes;) {
      const { bytesRead } = await handle.read(held, 0, Math.min(piece, bytes - offset), offset);
      const headers = { ...version, cookie, ...pieceAt(offset) };
      const body = held.subarray(0, bytesRead);
      const answer = await send(address, "PATCH", headers, body);
      if (answer.statusCode !== 204)
        throw new Error(`${file} was not taken at ${offset}: ${answer.statusCode}`);
      offset += bytesRead;
      sent(offset);
    }
  } finally {
    await handle.close();
  }
}
