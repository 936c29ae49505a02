import type { Item } from "@consilium/workspace";
import { IconTrash } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase, usePeople } from "../../case/case-context.ts";
import { Avatar } from "../../design/avatar.tsx";
import { Glyph } from "../../design/glyph.tsx";
import { ToolbarButton } from "../../design/toolbar-button.tsx";
import { wordsOf } from "../../opinion/items/field-value.ts";
import { OwnerInput } from "../../opinion/items/owner-input.tsx";
import { useItemEditsOf } from "../../opinion/items/use-item-edits.ts";
import { useNotes } from "./notes-context.ts";
import { NotesText } from "./notes-text.tsx";
import { OpinionLink } from "./opinion-link.tsx";

export interface DecisionRowProps {
  readonly decision: Item;
  readonly number: number;
  /** The recommendation that was made of it. */
  readonly became: number | undefined;
  readonly onRemoved: () => void;
}

/** One decision: its words, then who does it and by when. Without somebody it asks who. */
export function DecisionRow({ decision, number, became, onRemoved }: DecisionRowProps) {
  const t = useTranslations("conferences.decision");
  const notes = useNotes();
  const name = t("one", { number });
  const { remove } = useItemEditsOf(notes);
  const take = () => {
    remove(decision.id);
    onRemoved();
  };
  return (
    <li id={`decision-${decision.id}`} className="conference-decision" aria-label={name}>
      <NotesText
        fragment={decision.rich("text")}
        label={`${name}, ${t("text")}`}
        hint={t("text")}
        look="line"
      />
      <div className="conference-decision-facts">
        {notes.isEditable ? <Asked decision={decision} name={name} /> : <Said decision={decision} />}
        {became !== undefined && <Became number={became} />}
        {notes.isEditable && (
          <ToolbarButton
            icon={<IconTrash size="1rem" stroke={1.75} aria-hidden />}
            label={`${t("remove")}: ${name}`}
            onClick={take}
          />
        )}
      </div>
    </li>
  );
}

function Became({ number }: { readonly number: number }) {
  const t = useTranslations("conferences.decision");
  return (
    <span className="conference-became" data-tone="ok">
      <Glyph name="done" />
      <OpinionLink label={t("becameLabel", { number })}>{t("became", { number })}</OpinionLink>
    </span>
  );
}

interface AskedProps {
  readonly decision: Item;
  readonly name: string;
}

function Asked({ decision, name }: AskedProps) {
  const t = useTranslations("conferences.decision");
  const { set } = useItemEditsOf(useNotes());
  const owner = wordsOf(decision.scalar("owner"));
  return (
    <>
      {owner === "" && (
        <span className="conference-who">
          <Glyph name="advice" /> {t("who")}
        </span>
      )}
      <OwnerMark owner={owner} />
      <OwnerInput
        owner={owner}
        label={`${name}, ${t("owner")}`}
        onChoose={(seat) => set(decision.id, "owner", seat)}
      />
      <input
        className="field-input"
        type="date"
        aria-label={`${name}, ${t("due")}`}
        value={wordsOf(decision.scalar("due"))}
        onChange={({ currentTarget: { value } }) => set(decision.id, "due", value || null)}
      />
    </>
  );
}

function OwnerMark({ owner }: { readonly owner: string }) {
  const person = usePeople().get(owner);
  return person ? <Avatar person={person} size={20} isDecoration /> : null;
}

/** For who only reads. */
function Said({ decision }: Pick<AskedProps, "decision">) {
  const t = useTranslations("conferences.decision");
  const format = useFormatter();
  const { people } = useCase();
  const owner = wordsOf(decision.scalar("owner"));
  const due = wordsOf(decision.scalar("due"));
  const name = people.get(owner)?.name ?? owner;
  // At noon: a day is the same one wherever it is read.
  const day = due === "" ? undefined : new Date(`${due}T12:00:00`);
  const words =
    day === undefined ? name : name === "" ? t("byDay", { due: day }) : t("by", { owner: name, due: day });
  if (words === "") return null;
  return (
    <span title={day && format.dateTime(day, "date")}>
      <OwnerMark owner={owner} /> {words}
    </span>
  );
}
