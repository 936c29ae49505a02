import type { OpinionContent, OpinionItem } from "@consilium/clinical";

const sentences = [
  "The scan shows a small spot in the left part of the liver.",
  "It grew from 12 to 15 millimetres between March and June.",
  "An MRI with contrast would tell whether it is a metastasis or a haemangioma.",
  "Dr. Reyes found no other lesion, and the right kidney is normal.",
  "We advise to decide after this examination, not before it.",
];

/** Text of about that many words, a paragraph of forty or so a line. */
export function wordsOfText(words: number): string {
  const paragraphs: string[] = [];
  for (let written = 0, at = 0; written < words; at += 1) {
    const paragraph = [0, 1, 2, 3].map((step) => sentences[(at + step) % sentences.length]).join(" ");
    paragraphs.push(`${paragraph} Number ${at}.`);
    written += paragraph.split(" ").length;
  }
  return paragraphs.join("\n");
}

const sections = [
  "records",
  "summary",
  "findings",
  "assessment",
  "answers",
  "options",
  "recommendations",
  "redflags",
  "limitations",
  "followup",
];

/** An opinion of about sixty pages: 24,000 words in its sections, 6,000 of them plain, and 160 items. */
export function longDraft(): OpinionContent {
  const text = wordsOfText(1800);
  return {
    sections: {
      question: "Yes.",
      plain: wordsOfText(6000),
      ...Object.fromEntries(sections.map((section) => [section, text])),
    },
    items: Array.from({ length: 40 }, (_, at) => itemsAt(at)).flat(),
  };
}

function itemsAt(at: number): readonly OpinionItem[] {
  const rank = `a${String(at).padStart(3, "0")}`;
  const item = (kind: string, fields: Record<string, unknown>): OpinionItem => ({
    id: `${kind} ${at}`,
    kind,
    rank,
    fields,
  });
  return [
    item("finding", { text: sentences[at % sentences.length], difference: "minor", evidence: [] }),
    item("recommendation", { action: sentences[2], urgency: "soon", strength: "strong", certainty: "low" }),
    item("answer", { question: `question ${at}`, text: sentences[4] }),
    item("citation", { title: "A trial of two operations", doi: `10.1000/${at}`, year: 2010 + (at % 16) }),
  ];
}
