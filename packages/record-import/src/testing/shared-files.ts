import type { Outcome } from "../delivery-reading.ts";

/**
 * What becomes of a real file that is delivered alone, or with those beside it that it belongs to: kinds of record, and
 * what is said with them: the reason, then what was not understood, by reason.
 */
export type SharedFile = readonly [path: string, is: Outcome["is"], becomes: string, said: string];

/** As a line of the table in docs/records.md. */
export const inTable = ([path, is, becomes, said]: SharedFile): readonly string[] => [
  path,
  is === "kept" ? becomes : is.replace("-", " "),
  said,
];

/** All files of the folder that CONSILIUM_SHARED_DATA names which could be a patient's. */
export const sharedFiles: readonly SharedFile[] = [
  ["ccda/Diagnostic_Imaging_Report.xml", "kept", "note", "no-content, 5 text-only"],
  ["ccda/Operative_Note.xml", "kept", "note, problems, plans", "administrative, 7 text-only"],
  [
    "ccda/Referral_Note.xml",
    "kept",
    "note, 3 laboratory, problems, medicines, allergies, procedures, plans",
    "administrative, impossible-date, 11 text-only",
  ],
  [
    "ccda/vendor/Advanced_Technologies_Group_SLI_CCD_b2Cecilia_ATG_ATGEHR_10162017.xml",
    "kept",
    "note, laboratory, problems, medicines, allergies",
    "administrative",
  ],
  [
    "ccda/vendor/Amrita_Fairchild_Cameron_A_171122_CCD_201709180916.xml",
    "kept",
    "note, medicines, encounters",
    "4 text-only",
  ],
  [
    "ccda/vendor/CareEvolution_195415.xml",
    "kept",
    "note, laboratory, problems, medicines, allergies, procedures, immunizations, encounters",
    "",
  ],
  [
    "ccda/vendor/MedConnect_JEREMY_BATES_20170924184858_CCD.xml",
    "kept",
    "note, 2 laboratory, problems, medicines, allergies, immunizations, encounters, plans",
    "2 text-only",
  ],
  [
    "ccda/vendor/Medfusion_ccd_JB_Sample2_V11.xml",
    "kept",
    "note, 2 laboratory, problems, medicines, allergies, procedures, immunizations, encounters, plans",
    "administrative, text-only",
  ],
  [
    "ccda/vendor/NextGen_MediTouch_BATES_J_MEMBER_4524898(1).XML",
    "kept",
    "note, 2 laboratory, problems, medicines, allergies, plans",
    "text-only",
  ],
  [
    "ccda/vendor/z-test-schematron_Allscripts_Sunrise_C-CDA_400800201_20160902121846_Larson_Rebecca.xml.json",
    "not-read",
    "",
    "not-fhir",
  ],
  [
    "ccda/vendor/z-test-schematron_Amrita_Olympic_Kimberly_808084_CCD_201709180916.xml.json",
    "not-read",
    "",
    "not-fhir",
  ],
  ["dicom/ct-3slice/01.dcm", "kept", "imaging-study", ""],
  ["dicom/ct-3slice/02.dcm", "kept", "imaging-study", ""],
  ["dicom/ct-3slice/03.dcm", "kept", "imaging-study", ""],
  ["dicom/dx_image.dcm", "kept", "imaging-study", ""],
  ["dicom/pathology/sm_image.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/693_UNCI.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/CT_small.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/MR_small.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/MR_truncated.dcm", "kept", "imaging-study", "dicom-cut-short; not drawn: no-pixels"],
  ["dicom/pydicom/eCT_Supplemental.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/emri_small.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/examples_jpeg2k.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/examples_overlay.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/examples_rgb_color.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/examples_ybr_color.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/gdcm-US-ALOKA-16.dcm", "kept", "imaging-study", ""],
  [
    "dicom/pydicom/liver_1frame.dcm",
    "kept",
    "imaging-study",
    "not-shown-segmentation; not drawn: segmentation",
  ],
  ["dicom/pydicom/no_meta.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/rtdose_1frame.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/test-SR.dcm", "kept", "note", ""],
  ["dicom/pydicom/vlut_04.dcm", "kept", "imaging-study", ""],
  ["dicom/pydicom/waveform_ecg.dcm", "kept", "imaging-study", ""],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm",
    "kept",
    "imaging-study",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.ts",
    "kept",
    "note",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80.dcm",
    "kept",
    "imaging-study",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80.ts",
    "kept",
    "note",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm",
    "kept",
    "imaging-study",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.ts",
    "kept",
    "note",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm",
    "kept",
    "imaging-study",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.ts",
    "kept",
    "note",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm",
    "kept",
    "imaging-study",
    "",
  ],
  [
    "dicom/transfer-syntaxes/CTImage.dcm_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.ts",
    "kept",
    "note",
    "",
  ],
  ["dicom/transfer-syntaxes/no-pixel-spacing.dcm", "kept", "imaging-study", ""],
  ["dicom/transfer-syntaxes/no-pixel-spacing.ts", "kept", "note", ""],
  ["dicom/transfer-syntaxes/no-pixel-spacing.wado-rs-tags.ts", "kept", "note", ""],
  ["fhir/ips/ips-link.json", "kept", "note, problems, medicines, allergies, immunizations", ""],
  [
    "fhir/ips/ips-nz-pj.json",
    "kept",
    "note, 3 laboratory, problems, medicines, allergies, procedures, immunizations",
    "not-referred-to",
  ],
  [
    "fhir/synthea/Alexis_Toy_68cd1181-6359-4047-a77f-a165d7912480.json",
    "kept",
    "3 laboratory, problems, medicines, allergies, procedures, immunizations, encounters, plans",
    "administrative, 31 billing",
  ],
  [
    "fhir/synthea/Cathryn_Windler_5b477e00-ba36-4786-b672-a2816b3b9149.json",
    "kept",
    "4 imaging-report, 3 laboratory, problems, medicines, procedures, immunizations, encounters, plans",
    "administrative, 43 billing",
  ],
  [
    "fhir/synthea/Chet_Thompson_eda17701-070d-4fae-9f7d-c8cd6263b63a.json",
    "kept",
    "imaging-report, 4 laboratory, problems, medicines, procedures, immunizations, encounters",
    "administrative, 22 billing",
  ],
  [
    "fhir/synthea/Fredrick_Kris_ec6a5bb6-b412-4bb6-8219-11d66f52ae8b.json",
    "kept",
    "imaging-report, 3 laboratory, problems, medicines, procedures, immunizations, encounters, plans",
    "administrative, 21 billing",
  ],
  ["fhir/us-core/DiagnosticReport-cardiology-report.json", "not-read", "", "content-elsewhere"],
  [
    "fhir/us-core/DiagnosticReport-chest-xray-report.json",
    "kept",
    "imaging-report",
    "3 reference-not-in-file",
  ],
  ["fhir/us-core/DocumentReference-living-will.json", "kept", "document", ""],
  ["pdf/ArabicCIDTrueType.pdf", "kept", "document", ""],
  ["pdf/basicapi.pdf", "kept", "document", ""],
  ["pdf/empty_protected.pdf", "kept", "document", ""],
  ["pdf/tracemonkey.pdf", "kept", "document", ""],
  ["slide/testpattern.dzi", "not-read", "", "xml-not-read"],
  ["slide/testpattern_files/ (29 files)", "kept", "pictures", ""],
];
