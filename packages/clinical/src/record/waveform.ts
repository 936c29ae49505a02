import { z } from "zod";

/** How one sample is written: signed or unsigned, in 8, 16 or 32 bits (PS3.3, C.10.9.1.5). Companded voice is not read. */
export const sampleForms = ["SB", "UB", "SS", "US", "SL", "UL"] as const;
export type SampleForm = (typeof sampleForms)[number];

const hertz = z.number().nonnegative().nullable();

/** One channel as its file describes it. A sample means (sample * factor + baseline) in `unit`. */
export const waveformChannelSchema = z
  .object({
    /** "V5" of a lead that is known by its code or its name; else what the file calls it. */
    name: z.string(),
    /** "uV" wherever the file measures a voltage; else its own unit, "" where the samples are bare numbers. */
    unit: z.string(),
    factor: z.number(),
    baseline: z.number(),
    /** Below it, above it and around it the device has filtered. Null: not said. */
    lowHz: hertz,
    highHz: hertz,
    notchHz: hertz,
  })
  .readonly();
export type WaveformChannel = z.infer<typeof waveformChannelSchema>;

/** Channels recorded together, sample after sample, each sample with all channels. */
export const waveformGroupSchema = z
  .object({
    /** "RHYTHM", "MEDIAN BEAT"; "" where it is not said. */
    label: z.string(),
    /** Samples a second. */
    frequency: z.number().positive(),
    /** Of each channel. */
    length: z.number().int().nonnegative(),
    /** False where the file holds fewer samples than it says. */
    isWhole: z.boolean(),
    form: z.enum(sampleForms),
    littleEndian: z.boolean(),
    /** A sample of this value was not recorded. Null: there is no such value. */
    padding: z.number().nullable(),
    channels: z.array(waveformChannelSchema).readonly(),
  })
  .readonly();
export type WaveformGroup = z.infer<typeof waveformGroupSchema>;

/** What the device itself wrote beside the curves: a measurement, a word. Nobody has confirmed it. */
export const waveformAnnotationSchema = z
  .object({
    /** "QT Interval"; "" where only text is given. */
    name: z.string(),
    /** "402 ms", "Sinus rhythm". */
    says: z.string(),
    /** From 1: the group that it speaks of. Null: the whole recording. */
    group: z.number().int().positive().nullable(),
  })
  .readonly();
export type WaveformAnnotation = z.infer<typeof waveformAnnotationSchema>;

/** A recorded curve of any kind, apart from its samples. */
export const waveformSchema = z
  .object({
    groups: z.array(waveformGroupSchema).readonly(),
    annotations: z.array(waveformAnnotationSchema).readonly(),
  })
  .readonly();
export type Waveform = z.infer<typeof waveformSchema>;
