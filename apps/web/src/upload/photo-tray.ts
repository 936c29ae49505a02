import { createWatched, type Watchable } from "@consilium/workspace-client";
import type { ChosenFile } from "./chosen-file.ts";
import { lookAtPhoto } from "./look-at-photo.ts";
import type { PhotoAdvice } from "./photo-look.ts";

/** A photograph that was taken and not sent yet: a page. */
export interface Photo {
  readonly id: number;
  readonly file: File;
  /** Of its picture, in this browser. */
  readonly address: string;
  readonly advice: PhotoAdvice | undefined;
}

/** Photographs in the order of their pages, until they are sent. */
export class PhotoTray {
  readonly #photos = createWatched<readonly Photo[]>([]);
  #last = 0;

  get photos(): Watchable<readonly Photo[]> {
    return this.#photos;
  }

  async add(files: Iterable<File>): Promise<void> {
    // One after the other: an old telephone has memory for one picture.
    for (const file of files) {
      const photo = await this.#look(file);
      this.#photos.set([...this.#photos.getSnapshot(), photo]);
    }
  }

  /** In the place of another: it was taken again. */
  async replace(id: number, file: File): Promise<void> {
    const photo = await this.#look(file);
    const photos = this.#photos.getSnapshot();
    const old = photos.find((one) => one.id === id);
    if (!old) return this.#photos.set([...photos, photo]);
    URL.revokeObjectURL(old.address);
    this.#photos.set(photos.map((one) => (one.id === id ? photo : one)));
  }

  remove(id: number): void {
    const photos = this.#photos.getSnapshot();
    for (const { address } of photos.filter((one) => one.id === id)) URL.revokeObjectURL(address);
    this.#photos.set(photos.filter((one) => one.id !== id));
  }

  /** One page up or down. */
  move(id: number, by: -1 | 1): void {
    const photos = this.#photos.getSnapshot();
    const at = photos.findIndex((one) => one.id === id);
    const [one, other] = [photos[at], photos[at + by]];
    if (one && other) this.#photos.set(photos.with(at, other).with(at + by, one));
  }

  /** As files of one folder, whose names keep the order. The tray is empty afterwards. */
  take(folder: string, nameOf: (page: number) => string): readonly ChosenFile[] {
    const photos = this.#photos.getSnapshot();
    for (const { address } of photos) URL.revokeObjectURL(address);
    this.#photos.set([]);
    return photos.map(({ file }, at) => ({ path: `${folder}/${nameOf(at + 1)}${endOf(file)}`, file }));
  }

  async #look(file: File): Promise<Photo> {
    this.#last += 1;
    const id = this.#last;
    return { id, file, address: URL.createObjectURL(file), advice: await lookAtPhoto(file) };
  }
}

const endOf = ({ name, type }: File): string =>
  name.includes(".") ? name.slice(name.lastIndexOf(".")) : type === "image/png" ? ".png" : ".jpg";
