import { useTranslations } from "use-intl";
import { useRoom } from "../room/live-context.ts";
import { othersInside } from "../room/room-state.ts";
import { OwnTile, Tile } from "./tile.tsx";

interface TilesProps {
  /** `strip`: beside what is shown. `grid`: nothing is, and faces have the room. */
  readonly as: "strip" | "grid";
}

/** Everybody who is in, oneself last. */
export function Tiles({ as }: TilesProps) {
  const t = useTranslations("call");
  const others = othersInside(useRoom());
  return (
    <section
      className="tiles"
      data-as={as}
      data-count={others.length + 1}
      aria-label={t("people")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls is reached by the keyboard.
      tabIndex={0}
    >
      {others.map((peer) => (
        <Tile key={peer.seat} peer={peer} />
      ))}
      <OwnTile />
      {others.length === 0 && <p className="tiles-alone">{t("alone")}</p>}
    </section>
  );
}
