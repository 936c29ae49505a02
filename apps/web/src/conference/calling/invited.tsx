import { useTranslations } from "use-intl";
import { usePeople } from "../../case/case-context.ts";
import { Avatar } from "../../design/avatar.tsx";
import type { Conference } from "./conferences-query.ts";

/** Who is asked to come. */
export function Invited({ conference: { invited } }: { readonly conference: Conference }) {
  const t = useTranslations("conferences");
  const roles = useTranslations("workspace.role");
  const people = usePeople();
  const asked = invited.flatMap((seat) => people.get(seat) ?? []);
  return (
    <section aria-labelledby="conference-invited">
      <h2 id="conference-invited">{t("one.people")}</h2>
      {asked.length === 0 && <p className="conference-quiet">{t("facts.nobody")}</p>}
      <ul className="conference-people">
        {asked.map((person) => (
          <li key={person.seat}>
            <Avatar person={person} size={28} isDecoration />
            <span>
              <b dir="auto">{person.name}</b> <small>{roles(person.role)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
