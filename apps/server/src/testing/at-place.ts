import { createUlid, secureRandom } from "@consilium/foundation";
import { z } from "zod";
import { personWith, type TestAnswer } from "./test-person.ts";
import { pieceAt } from "./tus-upload.ts";

const Opened = z.looseObject({ entry: z.string(), place: z.string() });
const version = { "tus-resumable": "1.0.0" };

/** Somebody without an account, at the answer place of a request. */
export interface AtPlace {
  readonly ask: (path: string, body?: unknown) => Promise<TestAnswer>;
  readonly announce: (delivery: string, path: string, bytes: number) => Promise<Response>;
  readonly send: (location: string, content: Uint8Array) => Promise<Response>;
  readonly remove: (location: string) => Promise<Response>;
  /** Files by their paths, as one delivery that is complete. */
  readonly handOver: (files: Readonly<Record<string, Uint8Array>>) => Promise<string>;
}

/** The answer to a code as it comes. */
export const openAt = (origin: string, token: string, code: string): Promise<TestAnswer> =>
  personWith(origin, "").post("/answering/opening", { token, code });

/** With the right code. Throws with any other. */
export async function enterAt(origin: string, token: string, code: string): Promise<AtPlace> {
  const { entry } = Opened.parse((await openAt(origin, token, code)).body);
  const headers = { "consilium-place": token, "consilium-entry": entry };
  const nobody = personWith(origin, "");
  const ask: AtPlace["ask"] = (path, body) =>
    nobody.ask(`/answering${path}`, { headers, ...(body !== undefined && { method: "POST", body }) });
  const uploads = uploadsAt(origin, headers);
  const handOver: AtPlace["handOver"] = async (files) => {
    const delivery = createUlid(Date.now(), secureRandom);
    await ask("/deliveries", { id: delivery });
    for (const [path, content] of Object.entries(files)) {
      const announced = await uploads.announce(delivery, path, content.length);
      const sent = await uploads.send(announced.headers.get("location") ?? "", content);
      if (!sent.ok) throw new Error(`${path} was not taken: ${sent.status} ${await sent.text()}`);
    }
    const done = await ask(`/deliveries/${delivery}/complete`, { files: Object.keys(files).length });
    if (done.status !== 202) throw new Error(`The delivery was not complete: ${done.text}`);
    return delivery;
  };
  return { ask, handOver, ...uploads };
}

function uploadsAt(
  origin: string,
  own: Readonly<Record<string, string>>,
): Pick<AtPlace, "announce" | "send" | "remove"> {
  const headers = { ...version, ...own };
  return {
    announce: (delivery, path, bytes) => {
      const said = { delivery, filename: path, relativePath: path };
      const metadata = Object.entries(said).map(
        ([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`,
      );
      return fetch(`${origin}/api/answering/uploads`, {
        method: "POST",
        headers: { ...headers, "upload-length": String(bytes), "upload-metadata": metadata.join(",") },
      });
    },
    send: (location, content) =>
      fetch(new URL(location, origin), {
        method: "PATCH",
        headers: { ...headers, ...pieceAt(0) },
        body: Buffer.from(content),
      }),
    remove: (location) => fetch(new URL(location, origin), { method: "DELETE", headers }),
  };
}
