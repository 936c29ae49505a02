import "./board.css";
import "./find.css";
import { type BoardColumn, boardColumns } from "@consilium/clinical";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { useFindKey } from "../design/use-find-key.ts";
import { BoardCard } from "./board-card.tsx";
import { BoardChoices } from "./board-choices.tsx";
import { type BoardItem, boardQuery } from "./board-query.ts";
import { DoNowTable } from "./do-now-table.tsx";
import { FindButton } from "./find-button.tsx";
import { FindDialog } from "./find-dialog.tsx";
import { PlaceTabs } from "./place-tabs.tsx";
import { shownOnBoard } from "./shown-on-board.ts";

/** `/board`: every case that I coordinate, what needs me first, then where each stands. */
export function BoardPage() {
  const t = useTranslations("board");
  const { data } = useSuspenseQuery(boardQuery);
  const search = useSearch({ from: "/board" });
  const [isFinding, showFind] = useState(false);
  useFindKey(() => showFind(true));
  const shown = shownOnBoard(data.items, search);
  return (
    <>
      <DocumentTitle page={t("title")} />
      <AppBar>
        <PlaceTabs here="board" />
        <FindButton onClick={() => showFind(true)} />
      </AppBar>
      <MainContent name="board">
        <div className="board-head">
          <BoardTitle items={shown} />
          <BoardChoices items={data.items} onFind={() => showFind(true)} />
        </div>
        {data.isCut && <p className="board-cut">{t("cut")}</p>}
        {data.items.length === 0 && (
          <EmptyState title={t("emptyTitle")}>
            <p>{t("emptyText")}</p>
          </EmptyState>
        )}
        <DoNowTable items={shown} />
        {data.items.length > 0 && (
          <div className="board-columns">
            {boardColumns.map((column) => (
              <Column key={column} column={column} items={shown} />
            ))}
          </div>
        )}
      </MainContent>
      {isFinding && <FindDialog items={data.items} onClose={() => showFind(false)} />}
    </>
  );
}

function BoardTitle({ items }: { readonly items: readonly BoardItem[] }) {
  const t = useTranslations("board");
  const things = items.flatMap(({ doNow }) => doNow);
  const late = things.filter(({ severity }) => severity === "late").length;
  const paused = items.filter(({ state }) => state === "paused").length;
  const rest = items.filter(({ doNow, state }) => doNow.length === 0 && state !== "paused").length;
  const isClocks = things.length > 0 && things.every(({ what }) => what === "clock");
  return (
    <PageTitle lede={t("sum", { late, soon: things.length - late, paused, rest })}>
      {t(isClocks ? "clocks" : "needs", { count: things.length })}
    </PageTitle>
  );
}

interface ColumnProps {
  readonly column: BoardColumn;
  readonly items: readonly BoardItem[];
}

function Column({ column, items }: ColumnProps) {
  const t = useTranslations("board");
  const own = items.filter((item) => item.column === column);
  const id = `board-${column}`;
  return (
    <section className="board-column" aria-labelledby={id}>
      <h2 id={id}>
        {t(`column.${column}`)} <span className="num">{own.length}</span>
      </h2>
      <p className="board-norm">{t(`norm.${column}`)}</p>
      {own.length === 0 && <p className="board-none">{t("none")}</p>}
      <ul className="board-cards">
        {own.map((item) => (
          <BoardCard key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
