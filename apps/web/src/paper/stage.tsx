import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { PageFrame } from "./page-frame.tsx";
import { NearContext } from "./paper-context.ts";
import type { PaperPages } from "./paper-pages.ts";
import { useNearWatch } from "./use-near.ts";
import type { RegionTool } from "./use-region.ts";

export interface StageProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly pages: PaperPages;
  readonly pointer: RegionTool["pointer"];
}

/** What a page's height before and behind what is seen is drawn already. */
const near = "100% 0px";

/** The pages, one below the other, in a box that scrolls. */
export function Stage({ ref, pages, pointer }: StageProps) {
  const t = useTranslations("paper");
  const observe = useNearWatch(ref, near);
  const { is, count, sizeOf, Page } = pages;
  return (
    <section
      ref={ref}
      className="paper-stage"
      // It scrolls by the keyboard too, and a region is set with it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t(`pages.${is}`)}
      {...pointer}
    >
      <NearContext value={observe}>
        {Array.from({ length: count }, (_, at) => (
          <PageFrame
            key={at}
            page={at + 1}
            is={is}
            width={sizeOf(at + 1).width}
            height={sizeOf(at + 1).height}
            Page={Page}
          />
        ))}
      </NearContext>
    </section>
  );
}
