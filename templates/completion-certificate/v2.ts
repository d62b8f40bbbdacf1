import { dayToWareki } from '#app/shared/wareki.ts'
import { defineTemplate } from '../template.ts'
import { completionCertificateFirst, courseSpan, drawCertificate } from './v1.ts'
import type { CompletionCertificateV1 } from './v1.schema.ts'

const { samples, ...first } = completionCertificateFirst
const { usual } = samples

/** 修了証書: the first version, but a course of one day names that day alone. */
export const completionCertificate = defineTemplate({
  ...first,
  version: 2,
  edition: '修了証書 第2版',
  samples: { ...samples, oneDay: { ...usual, course: { ...usual.course, from: usual.course.to, sessionCount: 2, minutes: 180 } } },
  render: (data, frame) => drawCertificate(data, frame, period(data.course)),
})

function period(course: CompletionCertificateV1['course']): readonly [string, string] {
  return course.from === course.to ? ['研修日', dayToWareki(course.from)] : courseSpan(course)
}
