import "./programme.css";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { PlaceTabs } from "../board/place-tabs.tsx";
import { Banner } from "../design/banner.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { useFocusLater } from "../people/use-focus-later.ts";
import { ContentContext } from "./content-context.ts";
import { contentQuery, type ProgrammeContent } from "./programme-api.ts";

/** `/programme`: what the programme that I coordinate writes itself, beside what comes along. */
export function ProgrammePage() {
  const t = useTranslations("programme");
  const { data, error } = useQuery(contentQuery);
  // What was read stays on screen when asking again failed: words may be written in it.
  const isRefused = error !== null && !data;
  return (
    <>
      <DocumentTitle page={t("title")} />
      <AppBar>{!isRefused && <PlaceTabs here="programme" />}</AppBar>
      <MainContent name="programme">
        {isRefused && (
          <EmptyState level={1} title={t("title")}>
            <p>{error.message}</p>
          </EmptyState>
        )}
        {!data && !error && <PageOnItsWay title={t("title")} />}
        {data && <Parts content={data} />}
      </MainContent>
    </>
  );
}

function Parts({ content }: { readonly content: ProgrammeContent }) {
  const [done, setDone] = useState<string>();
  const { target, focus } = useFocusLater();
  const context = useMemo(
    () => ({
      content,
      say: (now: string | undefined) => {
        setDone(now);
        if (now !== undefined) focus();
      },
    }),
    [content, focus],
  );
  return (
    <ContentContext value={context}>
      <div ref={target} tabIndex={-1} className="programme-done">
        {done !== undefined && <Banner tone="ok" title={done} />}
      </div>
      <Outlet />
    </ContentContext>
  );
}
