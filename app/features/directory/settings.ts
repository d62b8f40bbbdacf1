import { z } from 'zod'

const line = z.string().min(1).max(200)

/** Who answers questions for a body, as it may be named to others. */
export const deskSetting = z.object({
  name: line,
  mail: line.nullable(),
  phone: line.nullable(),
  /** 「平日 9時〜17時」. */
  hours: line.nullable(),
})

/** When people can come or call for advice. */
export const consultationHoursSetting = z.object({ lines: z.array(line).max(10) })

/** What the training page says besides the course itself. */
export const trainingGuideSetting = z.object({
  cost: line,
  whoCanApply: z.array(line).max(10),
  afterwards: z.array(line).max(10),
  questions: z.array(z.object({ question: line, answer: line })).max(10),
  /** Sentences a decline is chosen from. */
  declineReasons: z.array(line).min(1).max(10),
})

/** Who signs a certificate. */
export const certificateIssuerSetting = z.object({
  headPost: z.string().min(1).max(60),
  headName: z.string().min(1).max(60),
  seal: z.enum(['place', 'omitted']),
})

/** The covering letter of a provision and what the recipient must accept before seeing a name. */
export const provisionSetting = z.object({
  purpose: z.string().min(1).max(300),
  basis: z.string().min(1).max(300),
  method: z.string().min(1).max(120),
  terms: z.array(z.string().min(1).max(300)).min(1).max(12),
  safeguard: z.string().min(1).max(500),
  headPost: z.string().min(1).max(60),
  headName: z.string().min(1).max(60),
})

/** Parts of a municipality that a supporter and a client can name. */
export const areasSetting = z.object({ areas: z.array(z.string().min(1).max(60)).min(1).max(60) })

/** The settings this product reads, by key. Each has versions with a day in force, by body. */
export const settingSchemas = {
  desk: deskSetting,
  consultationHours: consultationHoursSetting,
  'training.guide': trainingGuideSetting,
  'training.certificateIssuer': certificateIssuerSetting,
  'roster.provision': provisionSetting,
  'dispatch.areas': areasSetting,
} as const

export type SettingKey = keyof typeof settingSchemas
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingSchemas)[K]>
