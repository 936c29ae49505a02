import { IconPlus, IconStethoscope, IconUser } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { ButtonLink } from "../design/button-link.tsx";
import { ChoiceButton } from "../design/choice-button.tsx";
import type { BoardItem } from "./board-query.ts";
import { type BoardSearch, nobody } from "./board-search.ts";
import { FindButton } from "./find-button.tsx";
import { peopleOnBoard } from "./shown-on-board.ts";

export interface BoardChoicesProps {
  readonly items: readonly BoardItem[];
  readonly onFind: () => void;
}

const look = { size: "1rem", stroke: 1.75, "aria-hidden": true } as const;

/** Whose cases and of which specialty are shown, and a new one. */
export function BoardChoices({ items, onFind }: BoardChoicesProps) {
  const steps = useTranslations("intake");
  return (
    <div className="board-choices">
      <FindButton onClick={onFind} />
      <Choices items={items} />
      <ButtonLink to="/cases/new" size="small" look="filled">
        <IconPlus {...look} />
        {steps("newCase")}
      </ButtonLink>
    </div>
  );
}

function Choices({ items }: Pick<BoardChoicesProps, "items">) {
  const t = useTranslations("board");
  const names = useTranslations("caseList");
  const { who, specialty, show } = useChoice();
  if (items.length === 0) return null;
  const specialties = withChosen(new Set(items.map((item) => item.specialty)), specialty);
  const people = withChosen(new Set(peopleOnBoard(items)), who === nobody ? undefined : who);
  return (
    <>
      <ChoiceButton
        label={t("people")}
        icon={<IconUser {...look} />}
        options={[
          { value: "", label: t("everybody") },
          { value: nobody, label: t("nobodyYet") },
          ...people.map((name) => ({ value: name, label: name })),
        ]}
        value={who ?? ""}
        onChoose={(chosen) => show({ who: chosen })}
      />
      <ChoiceButton
        label={t("specialty")}
        icon={<IconStethoscope {...look} />}
        options={[
          { value: "", label: t("everySpecialty") },
          ...specialties.map((one) => ({ value: one, label: names("specialty", { specialty: one }) })),
        ]}
        value={specialty ?? ""}
        onChoose={(chosen) => show({ specialty: chosen })}
      />
    </>
  );
}

/** Held by the address, so that it stays when the page is opened again. */
function useChoice() {
  const navigate = useNavigate();
  const search = useSearch({ from: "/board" });
  const show = (change: BoardSearch) => {
    const { who = "", specialty = "" } = { ...search, ...change };
    void navigate({
      to: "/board",
      search: { ...(who && { who }), ...(specialty && { specialty }) },
      replace: true,
      resetScroll: false,
    });
  };
  return { ...search, show };
}

/** What an address asks for can be seen and left also where no case has it any more. */
const withChosen = (all: Set<string>, chosen: string | undefined): readonly string[] =>
  [...(chosen === undefined ? all : all.add(chosen))].toSorted((one, other) => one.localeCompare(other));
