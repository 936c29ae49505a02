/** The accounts of the demo, and who they are in it. */
export const demoLogins: readonly { readonly email: string; readonly who: string }[] = [
  { email: "specialist@demo.test", who: "Dr Ingrid Hallström writes the oncology opinion" },
  {
    email: "second.specialist@demo.test",
    who: "Dr Tomasz Wierzbicki writes it with her, and reads the spine case blind",
  },
  { email: "referrer@demo.test", who: "Dr Adaeze Okonkwo refers the oncology case" },
  { email: "patient@demo.test", who: "Marisol Quintana, its patient" },
  { email: "coordinator@demo.test", who: "Joana Sequeira coordinates" },
  { email: "second.patient@demo.test", who: "the patient of the spine case, whose story is open" },
  { email: "spine.specialist@demo.test", who: "the author of the spine case" },
  { email: "admin@demo.test", who: "administers, and sees no case" },
];
