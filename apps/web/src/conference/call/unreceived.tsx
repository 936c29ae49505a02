import type { Source } from "@consilium/conference";
import { useTranslations } from "use-intl";
import { useRoom } from "../room/live-context.ts";
import { sentBy } from "../room/room-state.ts";

interface UnreceivedProps {
  readonly seat: string;
  readonly of: readonly Source[];
}

/** What somebody sends and this browser cannot show or play, said where it would be. */
export function Unreceived({ seat, of }: UnreceivedProps) {
  const t = useTranslations("call");
  const room = useRoom();
  const missing = of.filter((source) => room.unreceived.has(sentBy(room, seat, source)?.producer ?? ""));
  if (missing.length === 0) return null;
  return (
    <div className="call-unreceived">
      {missing.map((source) => (
        <p key={source}>{t(`unreceived.${source}`)}</p>
      ))}
    </div>
  );
}
