import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { peopleBySeat } from "../case/people.ts";
import { ConferenceOfCase } from "../conference/calling/conference-of-case.tsx";
import { AvatarRow } from "../design/avatar-row.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";
import { asksForCasePages } from "./ask-for-case-pages.ts";
import { CaseClock } from "./case-clocks.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { MissingRecords } from "./missing-records.tsx";
import { workStateOf } from "./work-state.ts";

export interface CaseRowProps {
  readonly item: CaseListItem;
  readonly isChosen: boolean;
  /** Where the group's name does not say it already. */
  readonly showTitle: boolean;
}

export function CaseRow({ item, isChosen, showTitle }: CaseRowProps) {
  const t = useTranslations("caseList");
  const steps = useTranslations("intake");
  return (
    <li className="case-row" data-chosen={isChosen || undefined} aria-current={isChosen || undefined}>
      {/* For the mouse: J and K do the same. */}
      <Link
        to="/cases"
        search={(before) => ({ ...before, case: item.id })}
        replace
        className="case-choose"
        tabIndex={-1}
        aria-hidden="true"
      />
      <div className="case-name">
        <StateGlyph state={workStateOf(item.state)} isWordHidden>
          {t(`state.${item.state}`)}
        </StateGlyph>
        <div>
          <p>
            <Link to="/cases/$caseId" params={{ caseId: item.id }} data-case={item.id} {...asksForCasePages}>
              <bdi>{item.patient.name || steps("unnamed")}</bdi>
            </Link>
            <CaseFacts item={item} more={showTitle ? item.title : undefined} />
            {item.tier === "expedited" && <b className="case-expedited">{t("expedited")}</b>}
          </p>
          <p className="case-question" data-empty={item.firstQuestion === null || undefined}>
            {item.firstQuestion ?? t("noQuestion")}
          </p>
          {item.conference && (
            <p className="case-conference num">
              <ConferenceOfCase {...item.conference} />
            </p>
          )}
        </div>
      </div>
      <CaseColumns item={item} />
    </li>
  );
}

function CaseColumns({ item }: { readonly item: CaseListItem }) {
  const t = useTranslations("caseList");
  return (
    <>
      <div className="case-missing">
        <MissingRecords item={item} />
      </div>
      <div className="case-clock">
        <span className="case-clock-name">{t("records")}</span>
        <CaseClock clocks={item.clocks} kind="records" />
      </div>
      <div className="case-clock">
        <span className="case-clock-name">{t("opinion")}</span>
        <CaseClock clocks={item.clocks} kind="opinion" />
      </div>
      <div className="case-row-people">
        <AvatarRow people={workersOf(item)} size={24} label={t("with")} />
      </div>
    </>
  );
}

/** Who has it in hand: the specialists, or before there are any whoever coordinates. Not myself. */
function workersOf({ people }: CaseListItem) {
  const others = [...peopleBySeat(people).values()].filter(({ isOwn, hasEnded }) => !isOwn && !hasEnded);
  const specialists = others.filter(({ role }) => role === "specialist");
  const shown = specialists.length > 0 ? specialists : others.filter(({ role }) => role === "coordinator");
  return shown.map((person) => ({ ...person, id: person.seat }));
}
