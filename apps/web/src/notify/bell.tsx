import "./notify.css";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Panel } from "../design/panel.tsx";
import { BellList } from "./bell-list.tsx";
import { unreadQuery } from "./notification-query.ts";

const most = 99;

/** In the bar of every screen: how much is new, and what it is. */
export function Bell() {
  const t = useTranslations("notify");
  const [isOpen, setOpen] = useState(false);
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const count = unread > most ? t("many") : String(unread);
  return (
    <Panel
      isOpen={isOpen}
      onChange={setOpen}
      label={t("title")}
      target={
        <button
          type="button"
          className="bell"
          aria-label={unread > 0 ? t("bellNew", { count }) : t("title")}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBell size="1.25rem" stroke={1.75} aria-hidden />
          {unread > 0 && <span className="bell-count num">{count}</span>}
        </button>
      }
    >
      <BellList onLeave={() => setOpen(false)} />
    </Panel>
  );
}
