import { tryEveryForm } from './every-form.ts'

await tryEveryForm('joining')
