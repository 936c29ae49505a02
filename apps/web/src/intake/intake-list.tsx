import {
  entryKey,
  type IntakeEntry,
  type IntakeList,
  intakeLists,
  type NoneAnswer,
  stillAnswers,
  type StillAnswer,
} from "@consilium/clinical";
import { createUlid, secureRandom, systemClock } from "@consilium/foundation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { ChoiceList } from "../design/choice-list.tsx";
import { EntryFields, EntryForm, entryValue } from "./entry-form.tsx";
import { useIntake } from "./intake-context.ts";
import type { RecordEntry } from "./record-entries.ts";
import { useAnswerEdits } from "./use-answers.ts";

export interface IntakeListPartProps {
  readonly list: IntakeList;
  /** Where the page's title asks for it already. */
  readonly isNameHidden: boolean;
  /** Whether a date of an entry does not fit. */
  readonly onFault: (id: string, isFaulty: boolean) => void;
}

const newId = () => createUlid(systemClock().getTime(), secureRandom);
const noOther: readonly RecordEntry[] = [];

/** One list: what the records say and whether it is so, what is added, or that there is none. */
export function IntakeListPart({ list, isNameHidden, onFault }: IntakeListPartProps) {
  const t = useTranslations("intake");
  const { standing, recordEntries } = useIntake();
  const edits = useAnswerEdits();
  const [newest, setNewest] = useState<string>();
  const entries = standing.answers.entries[list];
  const sources = recordEntries[list] ?? noOther;
  const own = entries.filter(({ record }) => record === null);
  const add = () => {
    const id = newId();
    setNewest(id);
    edits.set(entryKey(list, id), {});
    edits.setNone(list, null);
  };
  return (
    <section className="intake-part">
      <h2 className={isNameHidden ? "visually-hidden" : undefined}>{t(`list.${list}`)}</h2>
      <FromRecords list={list} entries={entries} sources={sources} onFault={onFault} />
      <ul className="intake-entries">
        {own.map((entry, at) => (
          <EntryForm
            key={entry.id}
            list={list}
            entry={entry}
            n={at + 1}
            isNew={entry.id === newest}
            onChange={(fields) => edits.set(entryKey(list, entry.id), entryValue(fields, entry))}
            onRemove={() => {
              edits.set(entryKey(list, entry.id), null);
              onFault(entry.id, false);
            }}
            onFault={(isFaulty) => onFault(entry.id, isFaulty)}
          />
        ))}
      </ul>
      <Button onClick={add}>{t(`add.${list}`)}</Button>
      {entries.length === 0 && sources.length === 0 && <NoneOf list={list} />}
    </section>
  );
}

/** "None known" is an answer; nothing chosen is none. */
function NoneOf({ list }: Pick<IntakeListPartProps, "list">) {
  const t = useTranslations("intake");
  const { standing } = useIntake();
  const { setNone } = useAnswerEdits();
  const options: readonly { readonly value: NoneAnswer; readonly label: string }[] = [
    { value: "none", label: t("noneList") },
    { value: "unknown", label: t("unknownList") },
  ];
  return (
    <ChoiceList
      isRow
      legend={t("noneOf", { list: t(`list.${list}`) })}
      isLegendHidden
      options={options}
      value={standing.answers.none.get(list) ?? null}
      onChoose={(answer) => setNone(list, answer)}
    />
  );
}

interface FromRecordsProps {
  readonly list: IntakeList;
  readonly entries: readonly IntakeEntry[];
  readonly sources: readonly RecordEntry[];
  readonly onFault: IntakeListPartProps["onFault"];
}

function FromRecords({ list, entries, sources, onFault }: FromRecordsProps) {
  const t = useTranslations("intake");
  if (sources.length === 0) return null;
  return (
    <>
      <p>{t("fromRecords")}</p>
      <ul className="intake-entries">
        {sources.map((source) => (
          <FromRecord
            key={source.source}
            list={list}
            source={source}
            entry={entries.find(({ record }) => record === source.source)}
            onFault={onFault}
          />
        ))}
      </ul>
    </>
  );
}

interface FromRecordProps extends Pick<FromRecordsProps, "list" | "onFault"> {
  readonly source: RecordEntry;
  readonly entry: IntakeEntry | undefined;
}

/** "Is this still so?" */
function FromRecord({ list, source, entry, onFault }: FromRecordProps) {
  const t = useTranslations("intake");
  const { set, setNone } = useAnswerEdits();
  const say = (still: StillAnswer) => {
    const id = entry?.id ?? newId();
    const fields = still === "changed" && entry ? entry.fields : fieldsOf(list, source);
    set(entryKey(list, id), entryValue(fields, { record: source.source, still }));
    setNone(list, null);
  };
  return (
    <li className="intake-entry">
      <p className="intake-entry-head">{source.title}</p>
      <ChoiceList
        isRow
        legend={t("recordSays", { title: source.title })}
        isLegendHidden
        options={stillAnswers.map((value) => ({ value, label: t(`still.${value}`) }))}
        value={entry?.still ?? null}
        onChoose={say}
      />
      {entry?.still === "changed" && (
        <EntryFields
          list={list}
          entry={entry}
          isNew={false}
          onChange={(fields) => set(entryKey(list, entry.id), entryValue(fields, entry))}
          onFault={(isFaulty) => onFault(entry.id, isFaulty)}
        />
      )}
    </li>
  );
}

/** What the list asks for, as the record has it. */
function fieldsOf(list: IntakeList, { title, dose, from, reaction }: RecordEntry): IntakeEntry["fields"] {
  const known = new Map([
    ["name", title],
    ["dose", dose],
    ["from", from],
    ["on", from],
    ["reaction", reaction],
  ]);
  return Object.fromEntries(
    intakeLists[list].flatMap((field) => {
      const value = known.get(field) ?? null;
      return value === null ? [] : [[field, value]];
    }),
  );
}
