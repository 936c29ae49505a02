import { ConferenceRefused } from "@consilium/conference-client";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useCase } from "../../case/case-context.ts";
import type { LookingTogether } from "../../drawn/looking-together.ts";
import { withRecordBeside } from "../../record/record-beside-text.ts";
import { useLatest } from "../../thread/use-latest.ts";
import { useConferenceRoom } from "../room-context.ts";
import { createOwnPlace } from "./own-place.ts";
import { followedIn, type Left, type StageOf, stageOf } from "./stage-of.ts";

export interface Stage {
  readonly on: StageOf;
  /** Opens something: for all while one shows something, else for oneself. */
  readonly choose: (item: string) => void;
  /** Shows to all what one has before one. */
  readonly showToAll: () => void;
  readonly stopShowing: () => void;
  readonly followAgain: () => void;
  /** Why the others do not see it. */
  readonly refused: NotShown | null;
  readonly together: LookingTogether;
}

/** What is on the stage, and how it comes there. What one opened oneself is in the address. */
export function useStage(): Stage {
  const { own, presented, may } = useConferenceRoom();
  const [chosen, open] = useChosen();
  const [left, leave] = useLeft(presented?.seat);
  const isGuest = useCase().detail.seat.role === "guest";
  const on = stageOf({ own, presented, chosen: isGuest ? undefined : chosen, left });
  const { present, stopShowing, refused } = usePresenting();
  const isShowing = on.is === "showing";
  useAddress(on, chosen, present, leave);
  useForgetLink(on.is === "following");
  const choose = (item: string) => {
    if (item !== chosen) return open(item);
    // The address says it already.
    if (isShowing) present(item);
    else leave(presented ? { seat: presented.seat } : undefined);
  };
  const together = useTogether(on, leave);
  const item = "item" in on ? on.item : null;
  return {
    on,
    choose,
    showToAll: () => {
      if (may.includes("present")) present(item);
    },
    stopShowing,
    followAgain: () => leave(undefined),
    refused,
    together,
  };
}

function useChosen(): readonly [chosen: string | undefined, open: (item: string) => void] {
  const { record } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = (item: string) =>
    void navigate({ to: ".", search: withRecordBeside(item), resetScroll: false, replace: true });
  return [record, open];
}

/** Whom one does not follow, as long as they show something. */
function useLeft(seat: string | undefined) {
  const [left, leave] = useState<Left>();
  if (seat === undefined && left !== undefined) leave(undefined);
  return [left, leave] as const;
}

/** Why the others do not see it. `failed`: for a reason that says nothing to who pressed a button. */
export type NotShown = "no-right" | "somebody-presents" | "failed";

const reasonOf = (cause: unknown): NotShown => {
  const reason = cause instanceof ConferenceRefused ? cause.reason : "failed";
  return reason === "no-right" || reason === "somebody-presents" ? reason : "failed";
};

function usePresenting() {
  const room = useConferenceRoom();
  const latest = useLatest(room);
  const [refused, setRefused] = useState<NotShown | null>(null);
  const run = useCallback(async (act: () => Promise<void>) => {
    setRefused(null);
    await act().catch((cause: unknown) => setRefused(reasonOf(cause)));
  }, []);
  const present = useCallback(
    (item: string | null) => void run(() => latest.current.present(item)),
    [run, latest],
  );
  const stopShowing = useCallback(() => void run(() => latest.current.stopPresenting()), [run, latest]);
  return { present, stopShowing, refused };
}

/** What the address comes to name, by a choice or by a link, is shown by who shows something, and looked at alone by who follows. */
function useAddress(
  on: StageOf,
  chosen: string | undefined,
  present: (item: string) => void,
  leave: (left: Left) => void,
): void {
  const { evidence } = useSearch({ strict: false });
  const isUndecided = on.is === "showing" && on.item === null;
  const latest = useLatest(on);
  const before = useRef({ chosen, evidence });
  useEffect(() => {
    const last = before.current;
    before.current = { chosen, evidence };
    if (chosen === undefined) return;
    if (isUndecided) return present(chosen);
    const isOther = chosen !== last.chosen || (evidence !== undefined && evidence !== last.evidence);
    const { current } = latest;
    if (isOther && current.is === "showing" && current.item !== chosen) present(chosen);
    if (isOther && (current.is === "following" || current.is === "apart")) leave({ seat: current.by });
  }, [chosen, evidence, isUndecided, present, leave, latest]);
}

/** Who begins to follow leaves the place of a link that they had opened before. */
function useForgetLink(isFollowing: boolean): void {
  const navigate = useNavigate();
  const { evidence } = useSearch({ strict: false });
  const latest = useLatest(evidence);
  useEffect(() => {
    if (!isFollowing || latest.current === undefined) return;
    const search = (now: object) => ({ ...now, evidence: undefined });
    void navigate({ to: ".", search, resetScroll: false, replace: true });
  }, [isFollowing, navigate, latest]);
}

/** Around the viewers: whom they follow, and where this seat says that it is. */
function useTogether(on: StageOf, leave: (left: Left | undefined) => void): LookingTogether {
  const { client } = useCase();
  const [place] = useState(() => createOwnPlace((own) => client.showPlace(own)));
  const isShowing = on.is === "showing";
  useEffect(() => place.present(isShowing), [place, isShowing]);
  const following = followedIn(on);
  const latest = useLatest(on);
  const follow = useCallback(
    (seat: string | undefined) => {
      const { current } = latest;
      // What one reads stays where it is, whatever one had open before.
      if (seat === undefined && current.is === "following" && current.item !== null)
        leave({ seat: current.by, item: current.item });
      if (seat !== undefined) leave(undefined);
    },
    [leave, latest],
  );
  return useMemo(
    () => ({ following, follow, show: place.show, point: isShowing ? place.point : undefined }),
    [following, follow, place, isShowing],
  );
}
