import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { type PersonPlace, usePresence } from "../case/use-presence.ts";
import { Avatar } from "../design/avatar.tsx";
import { SectionItem, SectionList } from "../design/section-list.tsx";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import type { Standing } from "./checks/use-standing.ts";
import { useDesk } from "./desk-context.ts";
import { textRoutes } from "./text-routes.ts";
import { TextSwitch } from "./text-switch.tsx";
import { countDone, useSectionStandings } from "./use-section-standings.ts";

export interface SectionNavProps {
  /** Undefined: not read yet. */
  readonly standing: Standing | undefined;
  /** After a section was chosen: a menu closes. */
  readonly onChoose?: () => void;
  /** In a line of their own above the list, which so never moves when one comes. */
  readonly tools?: ReactNode;
}

/** The sections with how they stand, and who is in which. */
export const SectionNav = memo(function SectionNav({ tools, ...props }: SectionNavProps) {
  return (
    <div className="section-nav">
      <TextSwitch />
      {tools && (
        <div className="section-nav-head">
          <Complete standing={props.standing} />
          {tools}
        </div>
      )}
      <Sections {...props} />
      <WhoIsWhere />
    </div>
  );
});

function Sections({ onChoose, standing: whole }: SectionNavProps) {
  const t = useTranslations("opinion");
  const { caseId } = useCase();
  const { kind, goTo, current } = useDesk();
  return (
    <SectionList label={t("sections")}>
      {useSectionStandings(whole).map(({ section, standing, inIt }, at) => (
        <SectionItem
          key={section}
          to={textRoutes[kind]}
          params={{ caseId, section }}
          resetScroll={false}
          number={at + 1}
          work={standing && ("state" in standing ? standing.state : "open")}
          {...(standing &&
            "open" in standing && {
              mark: <SeverityGlyph severity={standing.open === "must" ? "must" : "advice"} isWordHidden />,
            })}
          end={<InIt people={inIt} />}
          onClick={() => {
            if (section === current) goTo(section);
            onChoose?.();
          }}
        >
          {t(`section.${section}`)}
        </SectionItem>
      ))}
    </SectionList>
  );
}

/** How many sections are done, where somebody is writing them. */
function Complete({ standing: whole }: Pick<SectionNavProps, "standing">) {
  const t = useTranslations("opinion");
  const standings = useSectionStandings(whole);
  if (!whole) return null;
  return <span className="num">{t("complete", { done: countDone(standings), all: standings.length })}</span>;
}

const InIt = ({ people }: { readonly people: readonly PersonPlace[] }) =>
  people.map(({ person }) => <Avatar key={person.seat} person={person} presence="here" size={20} />);

/** Where the others are in this text, and the way there. */
function WhoIsWhere() {
  const t = useTranslations("opinion");
  const { name, sections, goTo } = useDesk();
  const others = usePresence().flatMap(({ person, at }) => {
    const section = sections.find((one) => one === at.place);
    return at.target === name && section ? [{ person, section }] : [];
  });
  return (
    <ul className="who-is-where">
      {others.map(({ person, section }) => (
        <li key={person.seat}>
          <Avatar person={person} presence="here" size={20} isDecoration />
          <p>
            {t("isIn", { name: person.name, place: t(`section.${section}`) })}
            <button type="button" onClick={() => goTo(section)}>
              {t("goThere")}
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}
