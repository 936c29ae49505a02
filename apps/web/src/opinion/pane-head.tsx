import { useTranslations } from "use-intl";
import { useDesk } from "./desk-context.ts";
import { DeskTools } from "./desk-tools.tsx";
import { SectionMenu } from "./section-menu.tsx";
import type { SectionNavProps } from "./section-nav.tsx";
import { countDone, useSectionStandings } from "./use-section-standings.ts";

/** Above the text where the list of sections has no room of its own: where one is, how far it is, the ways on. */
export function PaneHead(props: SectionNavProps) {
  const { kind, isEditable } = useDesk();
  return (
    <div className="pane-head">
      <SectionMenu {...props} />
      {kind === "opinion" && isEditable && props.standing && <Progress {...props} />}
      <DeskTools />
    </div>
  );
}

/** A bar a section, and the same in words. */
function Progress({ standing: whole }: SectionNavProps) {
  const t = useTranslations("opinion");
  const standings = useSectionStandings(whole);
  return (
    <div className="pane-progress">
      <span className="pane-bars" aria-hidden="true">
        {standings.map(({ section, standing }) => (
          <span
            key={section}
            data-standing={standing && ("open" in standing ? standing.open : standing.state)}
          />
        ))}
      </span>
      <span className="num">{t("complete", { done: countDone(standings), all: standings.length })}</span>
    </div>
  );
}
