import "./board.css";
import { type BoardColumn, boardColumns } from "@consilium/clinical";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { Segmented } from "../design/segmented.tsx";
import { BoardCard } from "./board-card.tsx";
import { type BoardItem, boardQuery } from "./board-query.ts";
import { DoNowList } from "./do-now-list.tsx";
import { PlaceTabs } from "./place-tabs.tsx";

/** `/board`: every case that I coordinate, what needs me first, then where each stands. */
export function BoardPage() {
  const t = useTranslations("board");
  const { data } = useSuspenseQuery(boardQuery);
  const [specialty, choose] = useState("");
  const shown = data.items.filter((item) => specialty === "" || item.specialty === specialty);
  return (
    <>
      <DocumentTitle page={t("title")} />
      <AppBar>
        <PlaceTabs here="board" />
      </AppBar>
      <MainContent name="board">
        <div className="board-head">
          <BoardTitle items={shown} />
          <SpecialtyChoice items={data.items} value={specialty} onChoose={choose} />
        </div>
        {data.isCut && <p className="board-cut">{t("cut")}</p>}
        {data.items.length === 0 && (
          <EmptyState title={t("emptyTitle")}>
            <p>{t("emptyText")}</p>
          </EmptyState>
        )}
        <DoNowList items={shown} />
        {data.items.length > 0 && (
          <div className="board-columns">
            {boardColumns.map((column) => (
              <Column key={column} column={column} items={shown} />
            ))}
          </div>
        )}
      </MainContent>
    </>
  );
}

function BoardTitle({ items }: { readonly items: readonly BoardItem[] }) {
  const t = useTranslations("board");
  const things = items.flatMap(({ doNow }) => doNow);
  const late = things.filter(({ severity }) => severity === "late").length;
  const paused = items.filter(({ state }) => state === "paused").length;
  const isClocks = things.length > 0 && things.every(({ what }) => what === "clock");
  return (
    <PageTitle lede={t("sum", { late, soon: things.length - late, paused })}>
      {t(isClocks ? "clocks" : "needs", { count: things.length })}
    </PageTitle>
  );
}

interface SpecialtyChoiceProps {
  readonly items: readonly BoardItem[];
  readonly value: string;
  readonly onChoose: (specialty: string) => void;
}

/** Where there is more than one, and few enough to stand beside each other. */
function SpecialtyChoice({ items, value, onChoose }: SpecialtyChoiceProps) {
  const t = useTranslations("board");
  const names = useTranslations("caseList");
  const specialties = [...new Set(items.map(({ specialty }) => specialty))].toSorted();
  if (specialties.length < 2) return null;
  const options = specialties.map((specialty) => ({
    value: specialty,
    label: names("specialty", { specialty }),
  }));
  return (
    <div className="board-choice">
      <Segmented
        label={t("specialty")}
        options={[{ value: "", label: t("everySpecialty") }, ...options]}
        value={value}
        onChange={onChoose}
      />
    </div>
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
