import type { ImageAnchor } from "@consilium/workspace";
import { useEffect, useMemo, useState } from "react";
import type { DrawnMark } from "../drawn/use-drawn-marks.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import { useThreads } from "../thread/threads-context.ts";
import { useLatest } from "../thread/use-latest.ts";
import type { OpenStudy } from "./study-choice.ts";
import type { Study, Tool } from "./study-context.ts";
import { type StudyMark, useMarks } from "./use-marks.ts";

/** What the parts of an open study share, tied to the threads of the case and to the links of the text beside it. */
export function useStudyState(record: OpenStudy, jump: (anchor: ImageAnchor) => void): Study {
  const [tool, chooseTool] = useState<Tool>("window");
  const [describing, describe] = useState<string>();
  const marks = useMarks();
  const { open, openId } = useThreads();
  const { lit: place, choose } = useRecordMarks();
  const lit = place?.kind === "image" && place.record === record.id ? place : undefined;
  useJump(openId, marks.all, jump);
  useJumpToLit(lit, jump);
  const { drawing } = marks;
  return useMemo(
    () => ({
      tool,
      chooseTool,
      marks,
      openMark: ({ thread }: DrawnMark) => {
        if (thread) open(thread.id === openId ? undefined : thread.id);
      },
      describing,
      describe,
      addMark: (anchor: ImageAnchor) => {
        const add = async () => {
          const id = await drawing?.add(anchor);
          if (id !== undefined && anchor.mark?.tool === "arrow") describe(id);
        };
        void add();
      },
      choose,
      lit,
    }),
    [tool, marks, open, openId, describing, drawing, choose, lit],
  );
}

/** A thread that is opened shows its picture; one that only changes does not move the view. */
function useJump(
  openId: string | undefined,
  marks: readonly StudyMark[],
  jump: (anchor: ImageAnchor) => void,
): void {
  const mark = marks.find(({ id }) => id === openId);
  const latest = useLatest({ mark, jump });
  const id = mark?.id;
  useEffect(() => {
    const { mark: opened, jump: go } = latest.current;
    if (id !== undefined && opened) go(opened.anchor);
  }, [id, latest]);
}

function useJumpToLit(lit: ImageAnchor | undefined, jump: (anchor: ImageAnchor) => void): void {
  const latest = useLatest(jump);
  useEffect(() => {
    if (lit) latest.current(lit);
  }, [lit, latest]);
}
