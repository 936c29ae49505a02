import type sharp from "sharp";

/** Of everything libvips can open, these. */
const loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Tiff", "Heif"].map((kind) => `VipsForeignLoad${kind}`);

let loading: Promise<typeof sharp> | undefined;

async function load(): Promise<typeof sharp> {
  const { default: library } = await import("sharp");
  library.cache(false);
  library.concurrency(1);
  library.block({ operation: ["VipsForeignLoad"] });
  library.unblock({ operation: loaders });
  return library;
}

/** sharp, loaded when the first picture comes. */
export const openSharp = (): Promise<typeof sharp> => (loading ??= load());

/** No memory is no fault of the picture: the process makes room for a fresh one. */
export function isOfPicture(error: unknown): error is Error {
  return error instanceof Error && !/out of memory|unable to allocate|allocation failed/i.test(error.message);
}
