import { useTranslations } from "use-intl";
import { cutText } from "./cut-text.ts";
import { useRecordMarks } from "./record-marks.ts";

export interface MarkedWordsProps {
  /** Of a piece of the record's text (`layRecordText` of clinical). */
  readonly of: string;
  readonly text: string;
}

/** Words of a record, cut where threads about them begin and end; each piece says where in the text it stands. */
export function MarkedWords({ of, text }: MarkedWordsProps) {
  const t = useTranslations("record");
  const { pieces, marks, openThread } = useRecordMarks();
  const from = pieces.get(of)?.from ?? 0;
  return cutText(text, from, marks).map(({ text: words, offset, mark }) => {
    const piece = (
      <span key={offset} data-offset={offset}>
        {words}
      </span>
    );
    if (!mark) return piece;
    if (mark.look !== "thread") {
      return (
        <mark key={offset} className="record-mark" data-look={mark.look} data-mark={mark.id}>
          {piece}
        </mark>
      );
    }
    // A link, not a button: a button is one box, which does not break over lines and whose words cannot be chosen.
    return (
      <a
        key={offset}
        href={`#${mark.id}`}
        className="record-mark"
        data-look="thread"
        data-mark={mark.id}
        data-person={mark.colour}
        data-open={mark.isOpen || undefined}
        aria-expanded={mark.isOpen}
        title={t("openThread")}
        onClick={(event) => {
          event.preventDefault();
          openThread(mark.id);
        }}
      >
        {piece}
      </a>
    );
  });
}
