import { z } from 'zod'
import { recordId, requiredText } from '#app/shared/fields.ts'

const largestFile = 10 * 1024 * 1024

/** A check code typed by hand. */
export const CheckCodeForm = z.object({ code: requiredText('照合コード', 64) })

/** A file to be compared byte by byte; it is hashed and forgotten. */
export const CheckFileForm = z.object({
  file: z
    .instanceof(File, { message: '照合するファイルを選んでください' })
    .refine((file) => file.size > 0, '照合するファイルを選んでください')
    .refine((file) => file.size <= largestFile, '10MBまでのファイルを選んでください'),
})

/** An undelivered mail to be sent once more. */
export const RetryMailForm = z.object({ mailId: recordId('お知らせ') })
