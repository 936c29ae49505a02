import "../../link/link.css";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../../app/refused.ts";
import { Button } from "../../design/button.tsx";
import { PageTitle } from "../../design/page-title.tsx";
import { OpenPage } from "../../link/open-page.tsx";
import { type GuestView, openedInvitation, openInvitation } from "./guest-api.ts";
import { GuestCase } from "./guest-case.tsx";
import { takeToken } from "./take-token.ts";

/** For an interpreter, a relative, a doctor from outside, who has a link and no account. */
export function GuestPage() {
  const t = useTranslations("guest");
  const [token] = useState(() => takeToken(location, history));
  const wasOpened = useRef(false);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["guest", token],
    // A link is good once: whoever comes back has what it gave.
    queryFn: async () => {
      if (token === undefined || wasOpened.current) return openedInvitation();
      const view = await openInvitation(token);
      wasOpened.current = true;
      return view;
    },
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (data) return <Opened view={data} onEnded={() => void refetch()} />;
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
  return (
    <div role="alert">
      {hasToken ? (
        <PageTitle lede={t("overText")}>{t("over")}</PageTitle>
      ) : (
        <PageTitle lede={t("noLinkText")}>{t("noLink")}</PageTitle>
      )}
    </div>
  );
}

interface OpenedProps {
  readonly view: GuestView;
  readonly onEnded: () => void;
}

function Opened({ view, onEnded }: OpenedProps) {
  const t = useTranslations("guest");
  if (view.state === "scheduled" || view.state === "live") return <GuestCase view={view} onEnded={onEnded} />;
  return (
    <OpenPage title={t("title")}>
      {view.state === "ended" ? (
        <PageTitle lede={t("isOverText")}>{t("isOver")}</PageTitle>
      ) : (
        <PageTitle>{t("isCancelled")}</PageTitle>
      )}
    </OpenPage>
  );
}
