import type { StoredFile } from "@consilium/clinical";
import { createContext, useContext, useEffect, useState } from "react";
import { type AddressOf, fetchFile } from "./case-files.ts";

/** The pictures on the screen. One that is shown twice, large and small, is fetched once. */
export interface PictureShelf {
  readonly fileOf: (page: number) => StoredFile;
  /** The address of its bytes in this browser, until `release`. */
  readonly take: (file: StoredFile) => Promise<string>;
  readonly release: (file: StoredFile) => void;
}

export const PictureShelfContext = createContext<PictureShelf | undefined>(undefined);

interface Taken {
  readonly address: Promise<string>;
  readonly stop: AbortController;
  users: number;
}

export function createPictureShelf(addressOf: AddressOf, fileOf: PictureShelf["fileOf"]): PictureShelf {
  const shelf = new Map<string, Taken>();
  const fetchPicture = (file: StoredFile): Taken => {
    const stop = new AbortController();
    const address = fetchFile(addressOf(file), stop.signal).then((blob) => URL.createObjectURL(blob));
    return { address, stop, users: 0 };
  };
  const putAway = ({ address, stop }: Taken) => {
    stop.abort();
    // One that did not come has no address.
    address.then(
      (known) => URL.revokeObjectURL(known),
      () => {},
    );
  };
  return {
    fileOf,
    take: (file) => {
      const taken = shelf.get(file.id) ?? fetchPicture(file);
      taken.users += 1;
      shelf.set(file.id, taken);
      return taken.address;
    },
    release: (file) => {
      const taken = shelf.get(file.id);
      if (!taken) return;
      taken.users -= 1;
      if (taken.users > 0) return;
      shelf.delete(file.id);
      putAway(taken);
    },
  };
}

export function usePicture(page: number) {
  const shelf = useContext(PictureShelfContext);
  const [address, setAddress] = useState<string>();
  const [hasFailed, fail] = useState(false);
  useEffect(() => {
    if (!shelf) return undefined;
    const file = shelf.fileOf(page);
    let isWanted = true;
    shelf.take(file).then(
      (taken) => isWanted && setAddress(taken),
      () => isWanted && fail(true),
    );
    return () => {
      isWanted = false;
      setAddress(undefined);
      shelf.release(file);
    };
  }, [shelf, page]);
  return { address, hasFailed, fail: () => fail(true) };
}
