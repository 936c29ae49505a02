import "./people.css";
import { IconUserPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { EndPlaceDialog } from "./end-place-dialog.tsx";
import { LetInDialog } from "./let-in-dialog.tsx";
import { type CaseSeats, type SeatedPerson, useCaseSeats } from "./people-api.ts";
import { PersonRow } from "./person-row.tsx";
import { inOrder } from "./sees-of.ts";
import { useFocusLater } from "./use-focus-later.ts";

/** Who has a place in this case, and what each may see of it. `tools`: beside the title. */
export function People({ tools }: { readonly tools?: ReactNode }) {
  const t = useTranslations("people");
  const { data, error } = useCaseSeats();
  if (error) throw error;
  return (
    <>
      <DocumentTitle page={t("title")} />
      {data ? <Places seats={data} tools={tools} /> : <PageOnItsWay title={t("title")} />}
    </>
  );
}

interface PlacesProps {
  readonly seats: CaseSeats;
  readonly tools: ReactNode;
}

function Places({ seats: { items, mayGive }, tools }: PlacesProps) {
  const t = useTranslations("people");
  const [ending, setEnding] = useState<{ readonly person: SeatedPerson; readonly isAsked: boolean }>();
  const end = (person: SeatedPerson) => setEnding({ person, isAsked: true });
  const [said, say] = useState<string>();
  const { target, focus } = useFocusLater();
  const { seated, ended } = inOrder(items);
  // A colour is one person's for the life of a case, also in a second place; a name may be two people's.
  const count = new Set(seated.map(({ colour }) => colour)).size;
  return (
    <>
      <div className="people-head">
        <PageTitle lede={t("lede")}>{t("headline", { count })}</PageTitle>
        {tools}
      </div>
      <div className="people-said" ref={target} tabIndex={-1}>
        {said !== undefined && <Banner tone="ok" title={said} />}
      </div>
      {mayGive.length > 0 && <LetIn roles={mayGive} onDone={() => say(t("letInDone"))} />}
      <PersonList people={seated} label={t("seated")} onEnd={end} />
      {ended.length > 0 && (
        <section aria-labelledby="people-ended">
          <h2 id="people-ended">{t("ended")}</h2>
          <PersonList people={ended} label={t("ended")} onEnd={end} />
        </section>
      )}
      {ending && (
        <EndPlaceDialog
          person={ending.person}
          isOpen={ending.isAsked}
          onClose={() => setEnding({ ...ending, isAsked: false })}
          onDone={() => {
            say(t("endDone", { name: ending.person.name }));
            focus();
          }}
        />
      )}
    </>
  );
}

interface LetInProps {
  readonly roles: CaseSeats["mayGive"];
  readonly onDone: () => void;
}

function LetIn({ roles, onDone }: LetInProps) {
  const t = useTranslations("people");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        look="filled"
        icon={<IconUserPlus size="1.125rem" stroke={1.75} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("letIn")}
      </Button>
      <LetInDialog isOpen={isOpen} roles={roles} onClose={() => setOpen(false)} onDone={onDone} />
    </>
  );
}

interface PersonListProps {
  readonly people: readonly SeatedPerson[];
  readonly label: string;
  readonly onEnd: (person: SeatedPerson) => void;
}

const PersonList = ({ people, label, onEnd }: PersonListProps) => (
  <ul className="people-list" aria-label={label}>
    {people.map((person) => (
      <PersonRow key={person.seat} person={person} onEnd={() => onEnd(person)} />
    ))}
  </ul>
);
