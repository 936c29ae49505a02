import "../../link/link.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../../app/refused.ts";
import { Button } from "../../design/button.tsx";
import { PageTitle } from "../../design/page-title.tsx";
import { OpenPage } from "../../link/open-page.tsx";
import type { Over } from "../room/room-state.ts";
import { type GuestView, openedInvitation, openInvitation } from "./guest-api.ts";
import { GuestCase } from "./guest-case.tsx";
import { takeToken } from "./take-token.ts";

/** For an interpreter, a relative, a doctor from outside, who has a link and no account. */
export function GuestPage() {
  const t = useTranslations("guest");
  const [token] = useState(() => takeToken(location, history));
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["guest", token],
    // A link is good once: whoever comes back has what it gave.
    queryFn: () => (token === undefined ? openedInvitation() : openInvitation(token)),
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  // What ended meanwhile is asked for once more: the server knows why.
  if (data && !(error instanceof Refused)) return <Opened view={data} onGone={() => void refetch()} />;
  return (
    <OpenPage title={t("title")}>
      {error && !isFetching ? (
        <NotOpened error={error} hasToken={token !== undefined} onAgain={() => void refetch()} />
      ) : (
        <PageTitle>{t("opening")}</PageTitle>
      )}
    </OpenPage>
  );
}

interface NotOpenedProps {
  readonly error: Error;
  readonly hasToken: boolean;
  readonly onAgain: () => void;
}

function NotOpened({ error, hasToken, onAgain }: NotOpenedProps) {
  const t = useTranslations("guest");
  if (!(error instanceof Refused))
    return (
      <div role="alert">
        <PageTitle>{t("failed")}</PageTitle>
        <Button look="filled" onClick={onAgain}>
          {t("tryAgain")}
        </Button>
      </div>
    );
  const why = reasons[error.reason] ?? (hasToken ? "unknown" : "noLink");
  return <Words title={t(`why.${why}`)} text={t(`whyText.${why}`)} />;
}

/** Refusals that say more than that there is nothing here. */
const reasons: Partial<Record<string, "used" | "over" | "cancelled" | "ended">> = {
  "guest-link-used": "used",
  "guest-link-over": "over",
  "guest-conference-cancelled": "cancelled",
  "guest-conference-ended": "ended",
};

function Words({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div role="alert">
      <PageTitle lede={text}>{title}</PageTitle>
    </div>
  );
}

/** After these an invitation is good for nothing more. */
const lasts: ReadonlySet<Over> = new Set(["seat-ended", "session-ended", "no-right", "unknown"]);

interface OpenedProps {
  readonly view: GuestView;
  readonly onGone: () => void;
}

function Opened({ view, onGone }: OpenedProps) {
  const t = useTranslations("guest");
  const [over, setOver] = useState<Over>();
  const end = (as: Over) => {
    setOver(as);
    if (lasts.has(as)) onGone();
  };
  const hasEnded = over === "ended" || view.state === "ended";
  const isGone = over !== undefined && lasts.has(over);
  if (!hasEnded && !isGone && view.state !== "cancelled") return <GuestCase view={view} onOver={end} />;
  return (
    <OpenPage title={t("title")}>
      {hasEnded ? (
        <Words title={t("isOver")} text={t("isOverText")} />
      ) : isGone ? (
        <Words title={t("why.over")} text={t("whyText.over")} />
      ) : (
        <Words title={t("why.cancelled")} text={t("whyText.cancelled")} />
      )}
    </OpenPage>
  );
}
