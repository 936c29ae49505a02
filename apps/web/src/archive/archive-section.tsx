import "./archive.css";
import { useId, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { type Archive, useArchives, useArchiveSearch } from "./archive-api.ts";
import { ArchiveForm } from "./archive-form.tsx";
import { FoundStudies } from "./found-studies.tsx";

/** Looking for images at a hospital: only where there is an archive that this seat may ask. */
export function ArchiveSection() {
  const archives = useArchives();
  const [first] = archives;
  return first ? <Section archives={archives} first={first} /> : null;
}

interface SectionProps {
  readonly archives: readonly Archive[];
  readonly first: Archive;
}

function Section({ archives, first }: SectionProps) {
  const t = useTranslations("archive");
  const format = useFormatter();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const names = format.list(
    archives.map(({ name }) => name),
    { type: "disjunction" },
  );
  return (
    <section className="upload-section">
      <h2>{t("title")}</h2>
      <p className="upload-quiet">{t("lede", { names })}</p>
      <div className="upload-line">
        <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? "close" : "open")}
        </Button>
      </div>
      <div id={id} className="archive-search" hidden={!isOpen}>
        {isOpen && <Search archives={archives} first={first} />}
      </div>
    </section>
  );
}

function Search({ archives, first }: SectionProps) {
  const t = useTranslations("archive");
  const { mutate, data, error, variables, isPending } = useArchiveSearch();
  return (
    <>
      <ArchiveForm archives={archives} first={first} isPending={isPending} onLook={mutate} />
      <output className="upload-quiet">
        {isPending && variables && t("looking", { name: variables.at.name })}
      </output>
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("unreachable")} />}
      {data && !isPending && !error && <FoundStudies archive={data.at} found={data.found} />}
    </>
  );
}
