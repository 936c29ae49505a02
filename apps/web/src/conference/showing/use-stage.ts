import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useCase } from "../../case/case-context.ts";
import type { LookingTogether } from "../../drawn/looking-together.ts";
import { withRecordBeside } from "../../record/record-beside-text.ts";
import { useLatest } from "../../thread/use-latest.ts";
import { useConferenceRoom } from "../room-context.ts";
import { createOwnPlace } from "./own-place.ts";
import { followedIn, type StageOf, stageOf } from "./stage-of.ts";

export interface Stage {
  readonly on: StageOf;
  /** Opens something: for all while one shows something, else for oneself. */
  readonly choose: (item: string) => void;
  /** Shows to all what one has before one. */
  readonly showToAll: () => void;
  readonly stopShowing: () => void;
  readonly followAgain: () => void;
  /** Why the others do not see it. */
  readonly error: Error | null;
  readonly together: LookingTogether;
}

/** What is on the stage, and how it comes there. What one opened oneself is in the address. */
export function useStage(): Stage {
  const { own, presented, may } = useConferenceRoom();
  const [chosen, open] = useChosen();
  const [left, leave] = useLeft(presented?.seat);
  const isGuest = useCase().detail.seat.role === "guest";
  const on = stageOf({ own, presented, chosen: isGuest ? undefined : chosen, left });
  const { present, stopShowing, error } = usePresenting();
  const isShowing = on.is === "showing";
  useAddress(on, chosen, present, leave);
  useForgetLink(on.is === "following");
  const choose = (item: string) => {
    open(item);
    if (isShowing) present(item);
    else leave(presented?.seat);
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
    error,
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

/** The seat that one does not follow, as long as it shows something. */
function useLeft(seat: string | undefined) {
  const [left, leave] = useState<string>();
  if (seat === undefined && left !== undefined) leave(undefined);
  return [left, leave] as const;
}

function usePresenting() {
  const room = useConferenceRoom();
  const latest = useLatest(room);
  const [error, setError] = useState<Error | null>(null);
  const run = useCallback(async (act: () => Promise<void>) => {
    setError(null);
    await act().catch((cause: unknown) =>
      setError(cause instanceof Error ? cause : new Error("Not shown", { cause })),
    );
  }, []);
  const present = useCallback(
    (item: string | null) => void run(() => latest.current.present(item)),
    [run, latest],
  );
  const stopShowing = useCallback(() => void run(() => latest.current.stopPresenting()), [run, latest]);
  return { present, stopShowing, error };
}

/** What a link opens, of the notes or of a record, is chosen as well: shown by who shows something, looked at alone by the others. */
function useAddress(
  on: StageOf,
  chosen: string | undefined,
  present: (item: string) => void,
  leave: (seat: string) => void,
): void {
  const { evidence } = useSearch({ strict: false });
  const isUndecided = on.is === "showing" && on.item === null;
  const latest = useLatest(on);
  const opened = evidence === undefined ? chosen : `${chosen} ${evidence}`;
  const before = useRef(opened);
  useEffect(() => {
    const isOther = before.current !== opened && opened !== undefined;
    before.current = opened;
    if (chosen === undefined) return;
    if (isUndecided) return present(chosen);
    const { current } = latest;
    if (isOther && current.is === "showing" && current.item !== chosen) present(chosen);
    if (isOther && current.is === "following") leave(current.by);
  }, [opened, chosen, isUndecided, present, leave, latest]);
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
function useTogether(on: StageOf, leave: (seat: string | undefined) => void): LookingTogether {
  const { client } = useCase();
  const [place] = useState(() => createOwnPlace((own) => client.showPlace(own)));
  const isShowing = on.is === "showing";
  useEffect(() => place.present(isShowing), [place, isShowing]);
  const following = followedIn(on);
  const latest = useLatest(following);
  const follow = useCallback(
    (seat: string | undefined) => {
      if (seat === undefined && latest.current !== undefined) leave(latest.current);
      if (seat !== undefined) leave(undefined);
    },
    [leave, latest],
  );
  return useMemo(
    () => ({ following, follow, show: place.show, point: isShowing ? place.point : undefined }),
    [following, follow, place, isShowing],
  );
}
