import type { TestPerson } from "./test-person.ts";

const encoded = (value: string): string => Buffer.from(value).toString("base64");

export interface Upload {
  readonly caseId: string;
  readonly path: string;
  readonly content: Uint8Array;
  readonly delivery?: string;
}

const version = { "tus-resumable": "1.0.0" };

/** Announces a file; gives the answer, whose `location` is where its bytes go. */
export function announce(
  { origin, cookie }: TestPerson,
  { caseId, path, content, delivery }: Upload,
): Promise<Response> {
  const metadata = { caseId, filename: path.split("/").at(-1) ?? "", relativePath: path, delivery };
  const pairs = Object.entries(metadata).flatMap(([name, value]) =>
    value ? [`${name} ${encoded(value)}`] : [],
  );
  const headers = {
    ...version,
    cookie,
    "upload-length": String(content.length),
    "upload-metadata": pairs.join(","),
  };
  return fetch(`${origin}/api/uploads`, { method: "POST", headers });
}

export const sendPiece = (
  { origin, cookie }: TestPerson,
  location: string,
  offset: number,
  piece: Uint8Array,
): Promise<Response> =>
  fetch(new URL(location, origin), {
    method: "PATCH",
    headers: {
      ...version,
      cookie,
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
    },
    body: Buffer.from(piece),
  });

/** A whole file. Throws where it is not taken. */
export async function upload(person: TestPerson, file: Upload): Promise<void> {
  const announced = await announce(person, file);
  if (!announced.ok)
    throw new Error(`${file.path} was refused: ${announced.status} ${await announced.text()}`);
  if (file.content.length === 0) return;
  const sent = await sendPiece(person, announced.headers.get("location") ?? "", 0, file.content);
  if (!sent.ok) throw new Error(`${file.path} was not taken: ${sent.status} ${await sent.text()}`);
}
