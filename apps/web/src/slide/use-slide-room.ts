import type { Anchor, MarkKind, SlideAnchor } from "@consilium/workspace";
import { useMemo, useState } from "react";
import { type DrawnMark, type DrawnMarks, type MarkPlaces, useDrawnMarks } from "../drawn/use-drawn-marks.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import { useReported } from "../record/use-reported.ts";
import { useThreads } from "../thread/threads-context.ts";
import type { HandTool, OpenSlide, SlideRoom } from "./slide-context.ts";

const kinds: Readonly<Record<SlideAnchor["mark"]["tool"], MarkKind>> = {
  length: "measure",
  rectangle: "region",
  freehand: "region",
  arrow: "mark",
};

const slides: MarkPlaces<SlideAnchor> = {
  isPlace: (anchor: Anchor | undefined): anchor is SlideAnchor => anchor?.kind === "slide",
  kindOf: ({ mark }) => kinds[mark.tool],
};

/** What the parts of an open slide share, tied to the threads of the case and to the links of the text beside it. */
export function useSlideRoom(slide: OpenSlide): SlideRoom {
  const [tool, chooseTool] = useState<HandTool>("pan");
  const [describing, describe] = useState<string>();
  const marks = useMarksHere(slide);
  const { open, openId } = useThreads();
  const { lit: place, choose } = useRecordMarks();
  const isHere = (anchor: Anchor | undefined): anchor is SlideAnchor =>
    anchor?.kind === "slide" && anchor.sha256 === slide.content.tiles.file.sha256;
  const lit = isHere(place) ? place : undefined;
  const opened = marks.all.find(({ id }) => id === openId)?.anchor;
  const { drawing } = marks;
  const reported = useReported(slide);
  return useMemo(
    () => ({
      slide,
      tool,
      chooseTool,
      marks,
      openMark: ({ thread }: DrawnMark) => {
        if (thread) open(thread.id === openId ? undefined : thread.id);
      },
      describing,
      describe,
      addMark: (anchor: SlideAnchor) => {
        const add = async () => {
          const id = await drawing?.add(anchor);
          // A measure says what it is; a region or an arrow means something that only words say.
          if (id !== undefined && anchor.mark.tool !== "length") describe(id);
        };
        void add();
      },
      choose,
      lit,
      wanted: opened,
      reported,
    }),
    [slide, tool, marks, open, openId, describing, drawing, choose, lit, opened, reported],
  );
}

/** By the digest: a slide that was filed anew keeps what was drawn on it, and another one has nothing of it. */
function useMarksHere({ content }: OpenSlide): DrawnMarks<SlideAnchor> {
  const marks = useDrawnMarks(slides);
  const { sha256 } = content.tiles.file;
  return useMemo(
    () => ({ ...marks, all: marks.all.filter(({ anchor }) => anchor.sha256 === sha256) }),
    [marks, sha256],
  );
}
