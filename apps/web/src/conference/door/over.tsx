import { type ReactNode, useEffect } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../../app/document-title.tsx";
import { Button } from "../../design/button.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { useLive } from "../room/live-context.ts";
import type { Over as OverAs } from "../room/room-state.ts";

type Act = "again" | "here" | "back" | "reload";

/** What can be done about it; with the others nothing here. */
const acts: Partial<Record<OverAs, Act>> = {
  denied: "again",
  elsewhere: "here",
  left: "back",
  full: "back",
  "too-fast": "back",
  removed: "again",
  "other-version": "reload",
};

interface OverProps {
  readonly as: OverAs;
  readonly ways: ReactNode;
  readonly onAgain: () => void;
}

/** This page is no longer in the conference: why, and which way on there is. */
export function Over({ as, ways, onAgain }: OverProps) {
  const t = useTranslations("door");
  const { devices, client } = useLive();
  const isGuestRemoved = as === "removed" && client.room.getSnapshot().may.length === 0;
  const act = isGuestRemoved ? undefined : acts[as];
  useEffect(() => {
    // Nobody is seen or heard who does not know it.
    devices.turnOff("camera");
    devices.turnOff("microphone");
  }, [devices]);
  return (
    <div className="door" role={as === "left" ? "status" : "alert"}>
      <DocumentTitle page={t("page")} />
      <EmptyState
        level={1}
        title={t(`over.title.${as}`)}
        actions={
          <>
            {act && (
              <Button look="filled" onClick={act === "reload" ? () => location.reload() : onAgain}>
                {t(`over.act.${act}`)}
              </Button>
            )}
            {ways}
          </>
        }
      >
        <p>{t(`over.text.${as}`)}</p>
      </EmptyState>
    </div>
  );
}
