import { useContext } from "react";
import { usePaperLook } from "./paper-context.ts";
import { type PaperMark, PaperMarksContext } from "./paper-marks.ts";
import { placedAt } from "./placed-at.ts";
import { around, turned, within } from "./rectangles.ts";

/** The marks of a page; a keyboard comes upon each, whether or not the page is drawn. */
export function PageMarks({ page }: { readonly page: number }) {
  const { onPage, open } = useContext(PaperMarksContext);
  const marks = onPage.get(page) ?? [];
  return marks.map((mark) =>
    mark.look === "thread" ? (
      <ThreadMark key={mark.id} mark={mark} onOpen={() => open(mark.id)} />
    ) : (
      <PlainMark key={mark.id} mark={mark} />
    ),
  );
}

function ThreadMark({ mark, onOpen }: { readonly mark: PaperMark; readonly onOpen: () => void }) {
  const { id, author, isOpen, label } = mark;
  const { whole, parts } = useParts(mark);
  return (
    <button
      type="button"
      className="paper-mark"
      data-look="thread"
      data-mark={id}
      data-person={author?.colour}
      data-open={isOpen || undefined}
      data-region={mark.anchor.quote === null || undefined}
      aria-expanded={isOpen}
      style={whole}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {parts}
      <span className="paper-mark-plate" data-side={author?.side} title={label} translate="no">
        {author?.initials}
      </span>{" "}
      <span className="visually-hidden">{label}</span>
    </button>
  );
}

function PlainMark({ mark }: { readonly mark: PaperMark }) {
  const { whole, parts } = useParts(mark);
  const { look, label } = mark;
  return (
    <div
      className="paper-mark"
      data-look={look}
      style={whole}
      {...(label === "" ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {parts}
    </div>
  );
}

function useParts({ anchor }: PaperMark) {
  const { turns } = usePaperLook();
  const whole = around(anchor.rectangles);
  const seen = turned(whole, turns);
  const parts = anchor.rectangles.map((rectangle, at) => (
    <span key={at} className="paper-mark-part" style={placedAt(within(turned(rectangle, turns), seen))} />
  ));
  return { whole: placedAt(seen), parts };
}
