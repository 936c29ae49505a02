import { type RecordType, specialtyList } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { ContentForm } from "./content-form.tsx";
import { type ListField, recordsOf } from "./list-fields.ts";
import { useSaveList } from "./programme-api.ts";
import { RecordLine } from "./record-line.tsx";
import type { Unsaved } from "./use-unsaved.ts";
import type { Written } from "./version-fact.tsx";

export interface ListFormProps {
  readonly specialty: string;
  readonly form: Unsaved<ListField>;
  /** The programme's own list; undefined: the one that comes along counts. */
  readonly now: Written | undefined;
  readonly order: readonly RecordType[];
  readonly onSaved: () => void;
  readonly onDrop: () => void;
}

/** Every type of record: whether it is asked for, and whether the opinion cannot do without it. */
export function ListForm({ specialty, form, now, order, onSaved, onDrop }: ListFormProps) {
  const t = useTranslations("programme.list");
  const { mutate, isPending, error } = useSaveList(specialty, onSaved);
  const records = recordsOf(form.fields, order);
  const along = new Map(specialtyList(specialty).map(({ type, blocks }) => [type, blocks]));
  return (
    <ContentForm
      form={form}
      now={now}
      back="/programme/lists"
      offReason={records.length === 0 ? t("missing") : undefined}
      isPending={isPending}
      error={error}
      onSave={() => mutate({ records, from: form.kept.version })}
      onDrop={onDrop}
    >
      <fieldset className="programme-records">
        <legend>{t("legend")}</legend>
        <ul className="programme-record-lines">
          {order.map((type) => (
            <RecordLine
              key={type}
              type={type}
              form={form}
              by={now?.by}
              comingAlong={along.get(type) ?? undefined}
            />
          ))}
        </ul>
      </fieldset>
    </ContentForm>
  );
}
