import { z } from 'zod'
import { recordId, tokyoDayText } from '#app/shared/fields.ts'

/** The insurance of one supporter: from one Tokyo day to another, both included. */
export const RecordCoverForm = z
  .object({
    personId: recordId('サポーター'),
    startsOn: tokyoDayText('保険の始まり'),
    endsOn: tokyoDayText('保険の終わり'),
  })
  .refine((cover) => cover.startsOn <= cover.endsOn, {
    path: ['endsOn'],
    message: '保険の終わりは、始まりより後の日を入力してください',
  })
