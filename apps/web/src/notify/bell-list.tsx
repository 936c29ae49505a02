import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { markRead, type Notification, notificationsKey, notificationsQuery } from "./notification-query.ts";
import { wayTo } from "./way-to.ts";

/** What somebody was told, the newest first. Each leads to its place, and is read by that. */
export function BellList({ onLeave }: { readonly onLeave: () => void }) {
  const t = useTranslations("notify");
  const { data, isError } = useQuery(notificationsQuery);
  const read = useReading();
  const items = data?.items ?? [];
  return (
    <>
      <h2 className="told-head">{t("title")}</h2>
      <ul className="told-list">
        {items.map((told) => (
          <li key={told.id}>
            <ToldLink
              told={told}
              onOpen={() => {
                if (!told.read) read.mutate([told.id]);
                onLeave();
              }}
            />
          </li>
        ))}
      </ul>
      {data && items.length === 0 && <p className="told-note">{t("none")}</p>}
      {isError && <p className="told-note">{t("notLoaded")}</p>}
      <div className="told-ways">
        {(data?.unread ?? 0) > 0 && (
          <Button look="quiet" size="small" onClick={() => read.mutate("all")}>
            {t("readAll")}
          </Button>
        )}
        <Link to="/settings" onClick={onLeave}>
          {t("ways")}
        </Link>
      </div>
    </>
  );
}

interface ToldLinkProps {
  readonly told: Notification;
  readonly onOpen: () => void;
}

function ToldLink({ told, onOpen }: ToldLinkProps) {
  const t = useTranslations("notify");
  const { kind, number, at, read } = told;
  return (
    <Link {...wayTo(told)} className="told" data-read={read || undefined} onClick={onOpen}>
      <span>
        <b>{t(`line.${kind}`)}</b>
        <small className="num">{t("where", { number, at: new Date(at) })}</small>
      </span>
      {!read && <span className="told-new">{t("isNew")}</span>}
    </Link>
  );
}

function useReading() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: markRead,
    onSettled: () => queries.invalidateQueries({ queryKey: notificationsKey }),
  });
}
