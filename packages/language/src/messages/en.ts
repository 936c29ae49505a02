import addendum from "./addendum.en.ts";
import annotation from "./annotation.en.ts";
import answer from "./answer.en.ts";
import app from "./app.en.ts";
import archive from "./archive.en.ts";
import authenticator from "./authenticator.en.ts";
import blindRead from "./blind-read.en.ts";
import board from "./board.en.ts";
import call from "./call.en.ts";
import caseList from "./case-list.en.ts";
import caseMessages from "./case.en.ts";
import checks from "./checks.en.ts";
import citation from "./citation.en.ts";
import conferences from "./conferences.en.ts";
import coordination from "./coordination.en.ts";
import delivery from "./delivery.en.ts";
import door from "./door.en.ts";
import ecg from "./ecg.en.ts";
import followUp from "./follow-up.en.ts";
import guest from "./guest.en.ts";
import hearing from "./hearing.en.ts";
import history from "./history.en.ts";
import imaging from "./imaging.en.ts";
import importing from "./importing.en.ts";
import intake from "./intake.en.ts";
import inventory from "./inventory.en.ts";
import keyImage from "./key-image.en.ts";
import link from "./link.en.ts";
import mail from "./mail.en.ts";
import marks from "./marks.en.ts";
import notSaved from "./not-saved.en.ts";
import notify from "./notify.en.ts";
import numbers from "./numbers.en.ts";
import opinion from "./opinion.en.ts";
import paper from "./paper.en.ts";
import patient from "./patient.en.ts";
import people from "./people.en.ts";
import person from "./person.en.ts";
import printed from "./printed.en.ts";
import programme from "./programme.en.ts";
import question from "./question.en.ts";
import record from "./record.en.ts";
import refusal from "./refusal.en.ts";
import report from "./report.en.ts";
import saved from "./saved.en.ts";
import signIn from "./sign-in.en.ts";
import signing from "./signing.en.ts";
import slide from "./slide.en.ts";
import snippet from "./snippet.en.ts";
import takeAlong from "./take-along.en.ts";
import template from "./template.en.ts";
import timeline from "./timeline.en.ts";
import trend from "./trend.en.ts";
import urgent from "./urgent.en.ts";
import workspace from "./workspace.en.ts";

/** The English catalogue: every other one has its keys and parameters. */
const en = {
  addendum,
  annotation,
  answer,
  app,
  archive,
  authenticator,
  board,
  blindRead,
  call,
  case: caseMessages,
  caseList,
  checks,
  citation,
  conferences,
  coordination,
  delivery,
  door,
  ecg,
  followUp,
  guest,
  hearing,
  history,
  imaging,
  importing,
  intake,
  inventory,
  keyImage,
  link,
  mail,
  marks,
  notify,
  notSaved,
  numbers,
  opinion,
  paper,
  patient,
  people,
  person,
  printed,
  programme,
  question,
  record,
  refusal,
  report,
  saved,
  signIn,
  signing,
  trend,
  slide,
  takeAlong,
  snippet,
  template,
  timeline,
  urgent,
  workspace,
} as const;

export default en;
