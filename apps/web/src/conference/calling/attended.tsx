import { useTranslations } from "use-intl";
import { initialsOf } from "../../app/initials.ts";
import { usePeople } from "../../case/case-context.ts";
import { Avatar, type AvatarPerson } from "../../design/avatar.tsx";
import { type Person, peopleOf } from "./attendance.ts";
import type { Conference } from "./conferences-query.ts";

/** Who was there, from when to when. */
export function Attended({ conference: { attended, state } }: { readonly conference: Conference }) {
  const t = useTranslations("conferences.one");
  const people = peopleOf(attended);
  return (
    <section aria-labelledby="conference-attended">
      <h2 id="conference-attended">{t(state === "live" ? "attendedNow" : "attended")}</h2>
      {people.length === 0 && <p className="conference-quiet">{t("nobody")}</p>}
      <ul className="conference-people">
        {people.map((person) => (
          <AttendedBy key={person.seat} person={person} />
        ))}
      </ul>
    </section>
  );
}

function AttendedBy({ person: { seat, name, spans } }: { readonly person: Person }) {
  const t = useTranslations("conferences.one");
  const known = usePeople().get(seat);
  // A guest has no place in the case, and so no colour of their own.
  const avatar: AvatarPerson = known ?? { name, initials: initialsOf(name), colour: "slate", side: "clinic" };
  const times = spans.map(({ from, to }) =>
    to === null
      ? t("since", { from: new Date(from) })
      : t("span", { from: new Date(from), to: new Date(to) }),
  );
  return (
    <li>
      <Avatar person={avatar} size={28} isDecoration />
      <span>
        <b dir="auto">{name}</b> <small className="num">{times.join(", ")}</small>
      </span>
    </li>
  );
}
