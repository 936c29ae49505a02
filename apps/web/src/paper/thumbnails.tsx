import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { NearContext } from "./paper-context.ts";
import type { PaperPages } from "./paper-pages.ts";
import { useIsNear, useNearWatch } from "./use-near.ts";

export interface ThumbnailsProps {
  readonly pages: PaperPages;
  readonly current: number;
  readonly turns: number;
  readonly onShow: (page: number) => void;
}

/** All pages, small. Each is drawn when it comes into sight of the strip. */
export function Thumbnails({ pages, current, turns, onShow }: ThumbnailsProps) {
  const t = useTranslations("paper");
  const strip = useRef<HTMLElement>(null);
  const observe = useNearWatch(strip, "50% 50%");
  return (
    <nav ref={strip} className="paper-strip" aria-label={t("thumbnails")}>
      <NearContext value={observe}>
        {Array.from({ length: pages.count }, (_, at) => (
          <Thumbnail
            key={at}
            page={at + 1}
            pages={pages}
            turns={turns}
            isCurrent={at + 1 === current}
            onShow={onShow}
          />
        ))}
      </NearContext>
    </nav>
  );
}

interface ThumbnailProps extends Pick<ThumbnailsProps, "pages" | "turns" | "onShow"> {
  readonly page: number;
  readonly isCurrent: boolean;
}

function Thumbnail({ page, pages, turns, isCurrent, onShow }: ThumbnailProps) {
  const t = useTranslations("paper");
  const button = useRef<HTMLButtonElement>(null);
  const isNear = useIsNear(button);
  useEffect(() => {
    if (isCurrent && button.current) bringIntoStrip(button.current);
  }, [isCurrent]);
  const { width, height } = pages.sizeOf(page);
  const ratio = turns % 2 === 0 ? `${width} / ${height}` : `${height} / ${width}`;
  const { Thumbnail: Small } = pages;
  return (
    <button
      ref={button}
      type="button"
      className="paper-thumbnail"
      aria-current={isCurrent ? "page" : undefined}
      aria-label={t(pages.is === "document" ? "page" : "picture", { page })}
      onClick={() => onShow(page)}
    >
      <span className="paper-thumbnail-page" style={{ aspectRatio: ratio }}>
        {isNear && <Small page={page} />}
      </span>
      <span className="num">{page}</span>
    </button>
  );
}

/** The strip alone is scrolled, not what it lies in. */
function bringIntoStrip(button: HTMLElement): void {
  const strip = button.parentElement;
  if (!strip) return;
  const inner = button.getBoundingClientRect();
  const outer = strip.getBoundingClientRect();
  strip.scrollBy({
    left: Math.min(0, inner.left - outer.left) + Math.max(0, inner.right - outer.right),
    top: Math.min(0, inner.top - outer.top) + Math.max(0, inner.bottom - outer.bottom),
    behavior: "instant",
  });
}
