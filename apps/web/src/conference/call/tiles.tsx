import type { CSSProperties } from "react";
import { useTranslations } from "use-intl";
import { useRoom } from "../room/live-context.ts";
import { othersInside } from "../room/room-state.ts";
import { OwnTile, Tile } from "./tile.tsx";

/** So many beside each other and so many below that all are seen at once. */
function gridFor(count: number): CSSProperties {
  const columns = Math.ceil(Math.sqrt(count));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- React types no properties of one's own.
  return { "--columns": columns, "--rows": Math.ceil(count / columns) } as CSSProperties;
}

interface TilesProps {
  /** `strip`: beside what is shown. `grid`: nothing is, and faces have the room. */
  readonly as: "strip" | "grid";
}

/** Everybody who is in, oneself last. */
export function Tiles({ as }: TilesProps) {
  const t = useTranslations("call");
  const others = othersInside(useRoom());
  const count = others.length + 1;
  return (
    <section
      className="tiles"
      data-as={as}
      style={as === "grid" ? gridFor(count) : undefined}
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
