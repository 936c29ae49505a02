import type { RecordOf } from "@consilium/clinical";
import { useMemo } from "react";
import { useFileAddress } from "./case-files.ts";
import type { PaperPages } from "./paper-pages.ts";
import { Paper } from "./paper.tsx";
import { PicturePage, PictureThumbnail } from "./picture-page.tsx";
import { createPictureShelf, PictureShelfContext } from "./picture-shelf.ts";

/** Photographs, one below the other. */
export function PicturesPaper({ record }: { readonly record: RecordOf<"pictures"> }) {
  const addressOf = useFileAddress();
  const { pictures } = record.content;
  const pages = useMemo(() => pagesOf(pictures), [pictures]);
  const shelf = useMemo(() => createPictureShelf(addressOf, pages.fileOf), [addressOf, pages]);
  if (pictures.length === 0) return null;
  return (
    <PictureShelfContext value={shelf}>
      <Paper pages={pages} hasWords={false} />
    </PictureShelfContext>
  );
}

function pagesOf(pictures: RecordOf<"pictures">["content"]["pictures"]): PaperPages {
  const pictureOf = (page: number) => {
    const picture = pictures[page - 1];
    if (!picture) throw new RangeError(`There is no picture ${page}`);
    return picture;
  };
  return {
    is: "pictures",
    count: pictures.length,
    fileOf: (page) => pictureOf(page).file,
    originalOf: (page) => pictureOf(page).original ?? pictureOf(page).file,
    sizeOf: pictureOf,
    measure: () => Promise.resolve(),
    Page: PicturePage,
    Thumbnail: PictureThumbnail,
    wordsOf: undefined,
  };
}
