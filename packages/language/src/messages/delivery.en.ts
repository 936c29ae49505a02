/** Handing over records: files on their way, what became of them, and what to do. */
export default {
  add: "Add records",
  back: "Records",
  title: "Add records to this case",
  titlePatient: "Send your records",
  lede: "Files, whole folders, the content of a disc, a zip. What can be read becomes records; the rest is said.",
  ledePatient:
    "Photographs of paper are fine. So are files and whole folders, such as a disc from a hospital.",
  ledeAsked:
    "{count, plural, one {One thing is} other {# things are}} still asked for. Photographs of paper are fine, and so are files and whole folders.",
  mayNotTitle: "You cannot add records here",
  mayNot: "Your place in this case lets you read records, not add them.",
  photograph: "Photograph",
  files: "Files",
  folder: "Folder",
  chooseFiles: "Choose files",
  chooseFolder: "Choose a folder",
  orDrop: "Or drop files and folders anywhere on this page.",
  notYet:
    "Kept, but not shown here yet: PET, segmentations, pictures packed as HTJ2K, and whole slides in their scanner's own form, such as many SVS. Nothing is checked for viruses.",
  letGo: "Let go to add to the case of {name}",
  letGoMore: "Folders are taken with all that is in them.",
  folderEmpty: "The folder that you chose is empty.",

  photos: "{count, plural, one {One page} other {# pages}}, not sent yet",
  photosName: "What is it?",
  photosNameHint: "Such as: letter from the hospital. It can stay empty.",
  photosFolder: "Photographs",
  page: "Page {page, number, whole}",
  pageFile: "Page {page}",
  pageUnseen: "This browser cannot show it. It is sent as it is.",
  advice: {
    "too-dark": "Page {page, number, whole} is too dark to read. Take it again.",
    blurred: "Page {page, number, whole} looks blurred. Hold still and take it again.",
    small: "Page {page, number, whole} is small. Go nearer and take it again.",
  },
  adviceOnly: "If you can read every word, it is good enough.",
  retake: "Take <unseen>page {page, number, whole}</unseen> again",
  removePage: "Remove page {page, number, whole}",
  pageUp: "Move page {page, number, whole} up",
  pageDown: "Move page {page, number, whole} down",
  another: "Take another page",
  sendPages: "{count, plural, one {Send this page} other {Send # pages}}",

  notSentTitle: "{count, plural, one {One thing is} other {# things are}} left out. The rest is sent.",
  nothingSentTitle: "Nothing of that can be sent.",
  notSent: {
    empty: "{path}: the file is empty. Save it again where it came from.",
    "too-large": "{path}: {size} is more than the {most} that one file may have. Ask us how to bring it.",
    "too-many": "{path}: more than {most, number} files at once. Send the rest afterwards.",
    "empty-folder": "{path}: nothing is in this folder.",
    unreadable: "{path}: this device did not let us read it. Copy it to this device first.",
  },
  madeByComputer:
    "{count, plural, one {One file that the computer made for itself was} other {# files that the computer made for itself were}} left out.",
  moreNotSent: "{count, plural, one {One more} other {# more}}",
  dismiss: "Close",

  throughRequest: "Came through the request, from {name}",
  onTheWay: "On the way",
  progress: "Progress of the delivery",
  folderProgress: "Progress of {name}",
  filesThere: "{there, number} of {files, plural, one {# file} other {# files}}",
  sizeThere: "{sent} of {size}",
  left: {
    moment: "less than a minute left",
    minutes: "about {count, plural, one {a minute} other {# minutes}} left",
    hours: "about {count, plural, one {an hour} other {# hours}} left",
  },
  arriving:
    "You can read on in this case meanwhile. Without a connection it waits, and then goes on by itself.",
  offline:
    "No connection. {there, number} of {files, plural, one {# file is} other {# files are}} there; the rest waits.",
  offlineMore: "It goes on by itself as soon as there is a connection.",
  tryNow: "Try now",
  paused: "Paused. {there, number} of {files, plural, one {# file is} other {# files are}} there.",
  ending: "All {files, plural, one {of it is} other {# files are}} there.",
  cancelling: "It is being taken back.",
  lost: "{there, number} of {files, plural, one {# file is} other {# files are}} there. This page was loaded anew, and a browser keeps no files.",
  lostMore:
    "Choose the same files, or the same folder, once more. What is there is not sent twice, and what was half there goes on where it stopped.",
  lostSome:
    "{count, plural, one {One file is} other {# files are}} still to be chosen again: {count, plural, one {it was} other {they were}} begun before this page was loaded anew.",
  goOnWithout:
    "{there, plural, =0 {Take it back} one {Read the one file that is there} other {Read the # files that are there}}",
  leaveOut: "Leave {count, plural, one {it} other {them}} out",
  stopped: "It was stopped. {sentence}",
  stoppedMore:
    "{there, number} of {files, plural, one {# file had} other {# files had}} come; the rest was not sent.",
  stoppedUnknown: "The server does not take it.",
  refusedFiles:
    "{count, plural, one {One file was} other {# files were}} not taken by the server and {count, plural, one {is} other {are}} left out.",
  pause: "Pause",
  resume: "Go on",
  cancel: "Cancel",
  cancelTitle: "Take {count, plural, one {this file} other {all # files}} back?",
  cancelMore: "What has arrived is removed. Records of earlier deliveries stay.",
  cancelYes: "Take back",
  cancelNo: "Keep sending",
  showFiles: "Files of {name}",
  moreFiles: "Show {count, number} more",
  pauseFile: "Pause {name}",
  resumeFile: "Go on with {name}",
  cancelFile: "Cancel {name}",
  fileState: {
    lost: "To be chosen again",
    waiting: "Waits",
    sending: "{percent, number, whole} %",
    paused: "Paused",
    there: "There",
    refused: "Not taken: the file is too large",
    "taken-out": "Cancelled",
  },
  said: {
    begun: "{files, plural, one {One file is} other {# files are}} on the way.",
    quarter: "{part, select, 1 {A quarter} 2 {Half} other {Three quarters}} of it is there.",
    complete: "All files are there. They are read next.",
    cancelled: "The delivery was taken back.",
  },
  shortRun: "{there, number} of {files, number} files",

  asked: "What we asked for",
  requestOpen: "Not here yet",
  requestDue: "Not here yet, due by {due, date, dayInWords}",
  requestHere: "Here",
  requestUnavailable: "Cannot be had",

  handedOver: "Handed over",
  byYou: "You",
  at: "{at, date, moment}",
  state: {
    arrivingOwn:
      "Begun and not finished: {arrived, plural, =0 {no file has} one {one file has} other {# files have}} come.",
    arrivingOwnMore: "Where it was begun it can go on. Here it can be taken back.",
    arriving: "Files are coming.",
    waiting: "All files are here. They are read next.",
    reading: "Reading {read, number} of {total, number}",
    asking: "{name} is asked whose records these are. Until then nothing of them is in this case.",
    askingYou: "You are asked whose records these are.",
    failed:
      "The files could not be read: something went wrong on our side. Hand them over once more, or call us.",
    cancelled: "Taken back. Nothing of it was kept.",
  },
  takeBack: "Take back",
  takeBackTitle: "Take this delivery back?",
  takeBackYes: "Yes, take it back",
  takeBackNo: "Keep it",
  became: "{files, plural, one {One file} other {# files}} became {records}.",
  becameNothing:
    "{files, plural, one {The file} other {None of the # files}} could {files, plural, one {not be} other {be}} read.",
  becameKnown:
    "{files, plural, one {The file was} other {All # files were}} here already. Nothing is there twice.",
  notRead: "{count, plural, one {One file} other {# files}} could not be read.",
  allRead: "Every file could be read.",
  othersRead: "Every other file could be read.",
  toKnow:
    "Something is to be known of {count, plural, one {one file that was} other {# files that were}} kept; the details say what.",
  leftOut:
    "{count, plural, one {One thing} other {# things}} in the files {count, plural, one {is} other {are}} not among the records; the details say what and why.",
  duplicates:
    "{count, plural, one {One was} other {# were}} here already and {count, plural, one {was} other {were}} not added twice.",
  ignored:
    "{count, plural, one {One file holds} other {# files hold}} nothing of a patient and {count, plural, one {was} other {were}} left out.",
  missingImages:
    "{study}: {missing, number} of {named, plural, one {# image} other {# images}} that the index of the disc names did not come. Hand over the whole disc, or ask for it once more.",
  oneStudy: "A study",
  kinds: {
    note: "{count, plural, one {# note} other {# notes}}",
    document: "{count, plural, one {# document} other {# documents}}",
    pictures: "{count, plural, one {# set of photographs} other {# sets of photographs}}",
    pathology: "{count, plural, one {# pathology report} other {# pathology reports}}",
    slide: "{count, plural, one {# slide} other {# slides}}",
    "imaging-study": "{count, plural, one {# study} other {# studies}}",
    "imaging-report": "{count, plural, one {# imaging report} other {# imaging reports}}",
    laboratory: "{count, plural, one {# laboratory series} other {# laboratory series}}",
    problems: "{count, plural, one {# list of problems} other {# lists of problems}}",
    medicines: "{count, plural, one {# list of medicines} other {# lists of medicines}}",
    allergies: "{count, plural, one {# list of allergies} other {# lists of allergies}}",
    procedures: "{count, plural, one {# list of procedures} other {# lists of procedures}}",
    immunizations: "{count, plural, one {# list of immunizations} other {# lists of immunizations}}",
    encounters: "{count, plural, one {# list of visits} other {# lists of visits}}",
    plans: "{count, plural, one {# plan} other {# plans}}",
    other: "{count, plural, one {# record} other {# records}}",
  },
  newRecords: "The new records",
  moreRecords: "{count, plural, one {and one more} other {and # more}}",
  whatNot: "What could not be read, and why",
  notWhole: "What was read, and is to be known of it",
  leftOutTitle: "What is in the files and not among the records, and why",
  details: "Details",

  question:
    "{count, plural, one {One person is} =2 {Two people are} other {# people are}} in these files: {people}. Whose case is this?",
  bornIn: "{name}, born {year}",
  questionMore: "Choose every line that is {patient}. Files of anybody else are left out of this case.",
  personFacts: "Born {born, date, date}, in {files, plural, one {# file} other {# files}}",
  personFactsNoBirth: "Birth date not said, in {files, plural, one {# file} other {# files}}",
  fits: "Name and birth date are those of this case.",
  take: "These are of {patient}",
  chooseSomebody: "Choose at least one line.",
  nobody: "None of them: take all back",
  unreachable: "Consilium does not answer. Nothing was changed; try again in a moment.",

  /** Why there is nothing of a file, or not all of it, and what to do. */
  outcome: {
    "needs-password": "It asks for a password. It is kept; send it once more without one.",
    "scripts-not-run": "It was kept; programs in it are not run.",
    "scripts-not-kept": "It was kept without the programs in it.",
    "only-first-pages": "Only its first pages were read. Send the rest as a file of its own.",
    "not-shown-segmentation":
      "It is kept and not shown here yet: it outlines regions of other pictures (a segmentation). Ask for a report of what it says, or for pictures with the outlines drawn in.",
    "not-shown-pet":
      "It is kept and not shown here yet: PET pictures need a scale of uptake that is not drawn. Ask for the report, and for the main pictures saved as ordinary ones.",
    "not-shown-structures":
      "It is kept and not shown here: it holds contours of radiotherapy without pictures. Ask for them as a PDF.",
    "not-shown-plan": "It is kept and not shown here: it is a plan of radiotherapy. Ask for it as a PDF.",
    "not-shown-presentation":
      "It is kept and not used here: it says how other pictures were shown, with their marks. If the marks matter, ask for pictures with the marks drawn in.",
    "not-shown-kind":
      "It is kept and not shown here: no viewer here draws this kind of DICOM. Ask for a report of what it says.",
    "not-shown-film":
      "It is kept and not shown here: it is a film in one piece (MPEG). Ask for it as single pictures, such as a multi-frame JPEG.",
    "not-shown-htj2k":
      "It is kept and not shown here yet: its pictures are packed as HTJ2K. Ask for them unpacked, or as JPEG 2000.",
    "not-shown-jpeg-xl":
      "It is kept and not shown here: its pictures are packed as JPEG XL. Ask for them unpacked, or as JPEG 2000.",
    "not-shown-syntax":
      "It is kept and not shown here: its pictures are written in a form that is not read. Ask for them without compression.",
    "not-shown-no-pixels":
      "It is kept, and no picture in it could be found. Where there should be one, ask for it once more.",
    "not-shown-too-long":
      "It is kept and not shown here: the curve in it is longer than is drawn. Ask for the part that matters.",
    "slide-not-shown":
      "It is kept and not shown here yet: whole slides in this form of their scanner are not read. Ask for it as DICOM, or as a TIFF with smaller forms of itself, packed as JPEG.",
    "picture-not-shown":
      "It is kept and not shown here: its pixels are packed in a form that is not read. Send it as a JPEG or a PNG.",
    empty: "The file is empty. Save it again where it came from.",
    "no-content": "Nothing in it can be shown.",
    "kind-not-read": "This kind of file is not read. Send it as a PDF or as a photograph.",
    "office-not-read": "Word, Excel and the like are not read. Save it as a PDF and send that.",
    "recording-not-read": "Sound and film are not read yet. Describe what it shows.",
    "rtf-not-read": "RTF is not read. Save it as a PDF and send that.",
    "svg-not-read": "Drawings of this kind are not read. Send it as a PDF or as a picture.",
    "xml-not-read": "It is XML of a kind that is not read. Ask for it as a PDF, or as C-CDA.",
    "dicom-cut-short":
      "The end of these images is missing: part of the pictures is not there. Ask the hospital to export them once more.",
    "dicom-damaged":
      "Part of these images is damaged, so what they show may not be whole. Ask the hospital for them again.",
    "dicom-preamble-emptied":
      "Its first bytes belong to no picture and can hide a program. They were emptied; the pictures are as they came.",
    "dicom-directory": "It only lists what is on the disc. The images themselves are read one by one.",
    "dicom-no-identifiers":
      "These images do not say which study they belong to. Ask the hospital to export them once more as DICOM.",
    "xml-entities": "It defines words of its own, which can be a trap. Ask for another export.",
    damaged: "The file is damaged. Copy it again from where it came.",
    "cut-off": "The end of the file is missing. Copy it again from where it came.",
    "too-large": "The file is too large to be read. Ask for it in parts.",
    "slide-too-large":
      "The slide is larger than is cut into pieces here: at most 500 million pixels, or 256 MB. Ask the pathology for it as DICOM, which may be larger.",
    "too-many-pixels": "The picture is too large to be shown. Send a smaller one.",
    "records-too-large":
      "FHIR as JSON is read up to 40 MiB, C-CDA and FHIR as XML up to 24 MiB. Ask for it in parts.",
    "not-utf-8": "Its letters are stored in a way that cannot be read. Export it again as UTF-8.",
    "too-complicated": "It is nested too deeply to be read. Ask for another export.",
    "not-json": "It says that it is JSON and is not. Export it again.",
    "not-fhir": "It is JSON, but not FHIR: it holds no records that we know.",
    "other-fhir-version": "It is FHIR of another version. Ask for an export as FHIR R4.",
    "unsupported-bundle":
      "FHIR R4 has no bundle of this type. Ask for an export as a collection or a document.",
    "empty-bundle": "The bundle holds nothing.",
    "no-patient": "It does not say whose records it holds. Ask for an export with the patient.",
    "several-patients": "It holds records of several people. Ask for an export of one.",
    "content-elsewhere": "What it tells of lies on another server. Send the report itself.",
    "archive-kind-not-read": "This kind of archive is not opened. Pack it as a zip, or send the folder.",
    "archive-damaged": "The archive is damaged. Pack it again, or send the folder.",
    "archive-protected": "The archive asks for a password. Unpack it and send the folder.",
    "archive-too-deep": "Archives lie in archives too many times. Unpack it and send the folder.",
    "too-many-files": "The archive holds too many files. Send it in parts.",
    "unpacks-too-large": "Unpacked it would be too large. Send it in parts.",
    "unpacks-too-much":
      "It unpacks to far more than it says, which archives of records do not. Send the folder instead.",
    "path-outside": "Its place in the archive is not allowed. Pack it again, or send the folder.",
    "link-not-followed": "It only points to another file. Send the file itself.",
    "device-not-read": "It is not a file with content.",
    "compression-not-read": "It is packed in a way that is not read. Pack it as an ordinary zip.",
    "nothing-in-it": "Nothing is in it.",
    "needs-too-much-memory": "Reading it takes more memory than is allowed. Ask for it in parts.",
    "took-too-long": "Reading it took too long. Ask for it in parts.",
    "reader-crashed": "Reading it failed. Send it as a PDF or as a photograph.",
    "too-much-failed": "Too much of the delivery failed, and this was not tried any more. Send it by itself.",
    "system-file": "It is of the disc or the computer, not of a patient.",
    "program-not-kept": "It is a program. Programs are not kept.",
    "about-another": "It is about somebody else.",
    unknown: "It could not be read. Send it as a PDF or as a photograph.",
  },
} as const;
