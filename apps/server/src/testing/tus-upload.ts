import type { TestPerson } from "./test-person.ts";

const encoded = (value: string): string => Buffer.from(value).toString("base64");

export interface Upload {
  readonly caseId: string;
  readonly path: string;
  readonly content: Uint8Array;
  readonly delivery?: string;
  /** What its client calls it. */
  readonly named?: string;
}

const version = { "tus-resumable": "1.0.0" };

/** Announces a file; gives the answer, whose `location` is where its bytes go. */
export const announce = (person: TestPerson, file: Upload): Promise<Response> =>
  fetch(`${person.origin}/api/uploads`, { method: "POST", headers: announcement(person, file) });

/** What the request says that announces a file. */
export function announcement(
  { cookie }: TestPerson,
  { caseId, path, content, delivery, named }: Upload,
): Readonly<Record<string, string>> {
  const metadata = {
    caseId,
    filename: path.split("/").at(-1) ?? "",
    relativePath: path,
    delivery,
    file: named,
  };
  const pairs = Object.entries(metadata).flatMap(([name, value]) =>
    value ? [`${name} ${encoded(value)}`] : [],
  );
  return {
    ...version,
    cookie,
    "upload-length": String(content.length),
    "upload-metadata": pairs.join(","),
  };
}

export const sendPiece = (
  { origin, cookie }: TestPerson,
  location: string,
  offset: number,
  piece: Uint8Array,
): Promise<Response> =>
  fetch(new URL(location, origin), {
    method: "PATCH",
    headers: { ...version, cookie, ...pieceAt(offset) },
    body: Buffer.from(piece),
  });

/** What a request says whose body is bytes of a file, from this one on. */
export const pieceAt = (offset: number) => ({
  "upload-offset": String(offset),
  "content-type": "application/offset+octet-stream",
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
