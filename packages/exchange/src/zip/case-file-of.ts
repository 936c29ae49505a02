import { type Entry, fromBuffer } from "yauzl";

/** The case in an export. */
export const caseFileName = "case.fhir.json";

export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length > 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The bundle within an export, as bytes; at most so many. Undefined: it is no export, or what it says is a case is too large. */
export const caseFileOf = (zip: Uint8Array, most: number): Promise<Uint8Array | undefined> =>
  fileOf(zip, caseFileName, most);

/** A file within a ZIP, as bytes; at most so many. Undefined: it is none, the file is not there, or it is too large. */
export const fileOf = (zip: Uint8Array, name: string, most: number): Promise<Uint8Array | undefined> =>
  new Promise((resolve) => {
    fromBuffer(Buffer.from(zip), { lazyEntries: true }, (error, file) => {
      if (error !== null) return resolve(undefined);
      file.on("error", () => resolve(undefined));
      file.on("end", () => resolve(undefined));
      file.on("entry", (entry: Entry) => {
        if (entry.fileName !== name) file.readEntry();
        else if (entry.uncompressedSize > most) resolve(undefined);
        else
          file.openReadStream(entry, (refused, stream) => {
            if (refused !== null) return resolve(undefined);
            const pieces: Buffer[] = [];
            stream.on("data", (piece: Buffer) => pieces.push(piece));
            stream.on("error", () => resolve(undefined));
            stream.on("end", () => resolve(Buffer.concat(pieces)));
          });
      });
      file.readEntry();
    });
  });
