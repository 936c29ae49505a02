import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { strong } from "../../patient/strong.tsx";
import { useLive, useRoom } from "../room/live-context.ts";
import { whoWaits } from "../room/room-state.ts";
import { useCall } from "./call-context.ts";
import { CallNote } from "./call-note.tsx";

/** For clinicians: who stands before the door, the longest first. Said without a sound; a screen reader says it when it pauses. */
export function WhoWaits() {
  const t = useTranslations("call");
  const { client } = useLive();
  const { attempt } = useCall();
  const room = useRoom();
  const [first, ...others] = whoWaits(room);
  if (!first || !room.may.includes("admit")) return null;
  const { name, seat } = first;
  const count = others.length + 1;
  return (
    <CallNote
      title={t.rich("waits", { count, name, others: others.length, b: strong })}
      action={
        <>
          <Button
            look="filled"
            size="small"
            aria-label={t("admitOne", { name })}
            onClick={() => attempt(() => client.ask("admit", { seat }))}
          >
            {count === 1 ? t("admit") : t("admitOne", { name })}
          </Button>
          <Button
            size="small"
            aria-label={t("denyOne", { name })}
            onClick={() => attempt(() => client.ask("deny", { seat }))}
          >
            {t("deny")}
          </Button>
        </>
      }
    />
  );
}
