import type { Report, ReportPerson } from "@consilium/report";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { Avatar } from "../design/avatar.tsx";

interface PeopleProps {
  readonly report: Pick<Report, "signers" | "contributors" | "conflicts">;
}

/** Who answers for it, and apart from them whoever wrote it too or read the case blind. */
export function ReportPeople({ report: { signers, contributors = [], conflicts } }: PeopleProps) {
  const t = useTranslations("report");
  return (
    <>
      <Group title={t("signed")}>
        {signers.map((signer) => (
          <Person key={signer.seat} person={signer}>
            {signer.licence &&
              said(t("licence", { number: signer.licence.number, authority: signer.licence.authority }))}
            {signer.blindUntil !== null && said(t("readBlind", { at: new Date(signer.blindUntil) }))}
            {signer.shownBy && said(t(`shownBy.${signer.shownBy}`))}
            {said(conflicts)}
          </Person>
        ))}
      </Group>
      {contributors.length > 0 && (
        <Group title={t("tookPart")}>
          {contributors.map((one) => (
            <Person key={one.seat} person={one}>
              {one.wrote && said(t("wrote"))}
              {one.blindUntil !== null && said(t("readBlind", { at: new Date(one.blindUntil) }))}
            </Person>
          ))}
        </Group>
      )}
    </>
  );
}

/** A line below the name. */
const said = (words: string) => (
  <>
    <br />
    {words}
  </>
);

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

interface PersonProps {
  readonly person: ReportPerson;
  readonly children: ReactNode;
}

function Person({ person: { seat, name, profession, workplace }, children }: PersonProps) {
  const known = usePeople().get(seat);
  return (
    <div className="report-person">
      {known && <Avatar person={known} size={28} isDecoration />}
      <p>
        <b>{name}</b>
        <br />
        {[profession, workplace].filter(Boolean).join(", ")}
        {children}
      </p>
    </div>
  );
}
