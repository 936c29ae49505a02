import type { Peer } from "@consilium/conference";
import { useTranslations } from "use-intl";
import { Avatar } from "../../design/avatar.tsx";
import { strong } from "../../patient/strong.tsx";
import { useLive, useRoom } from "../room/live-context.ts";
import { ownPlace } from "../room/room-state.ts";

export interface AlreadyHereProps {
  readonly hasAsked?: boolean;
  /** Nobody is to ask so early. */
  readonly isFarAhead?: boolean;
}

/** Who is here, before the door and behind it. */
export function AlreadyHere({ hasAsked = false, isFarAhead = false }: AlreadyHereProps) {
  const t = useTranslations("door");
  const room = useRoom();
  const { peers, own, line, may } = room;
  const others = [...peers.values()].filter(({ seat }) => seat !== own);
  const isHost = may.includes("admit");
  const isHostIn = others.some(({ party, at }) => party === "host" && at === "in");
  if (line === "opening") return null;
  return (
    <section className="door-here" aria-labelledby="door-here">
      <h2 id="door-here">{t("here")}</h2>
      {others.length === 0 && (
        <p className="door-nobody">
          {t("nobody")} {isHost && !isFarAhead && t("nobodyText")}
        </p>
      )}
      <ul className="door-people" aria-live="polite">
        {others.map((peer) => (
          <Person key={peer.seat} peer={peer} />
        ))}
      </ul>
      {!isHost && !isHostIn && !hasAsked && !isFarAhead && ownPlace(room) !== "in" && (
        <p className="door-nobody">{t("nobodyToLetIn")}</p>
      )}
    </section>
  );
}

function Person({ peer }: { readonly peer: Peer }) {
  const t = useTranslations("door");
  const { describe } = useLive();
  const room = useRoom();
  const { person, role, note } = describe(peer);
  // Whoever is in already, in another window, need not be let in.
  const isOutside = ownPlace(room) !== "in" && !room.may.includes("admit");
  const letsIn = isOutside && peer.party === "host" && peer.at === "in";
  return (
    <li>
      <Avatar person={person} size={36} isDecoration />
      <div>
        <p dir="auto">{t.rich("nameAndRole", { name: peer.name, role: role.toLowerCase(), b: strong })}</p>
        <p className="door-place">{letsIn ? t("letsIn") : (note ?? t(`place.${peer.at}`))}</p>
      </div>
    </li>
  );
}
