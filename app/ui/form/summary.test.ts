import { describe, expect, it } from 'vitest'
import { summaryHeading, summaryOf } from './summary.ts'

function form(allErrors: Record<string, string[]>) {
  return { id: 'apply', allErrors }
}

describe('the check above a form', () => {
  it('counts the places to look at, not the sentences', () => {
    const entries = summaryOf(form({ email: ['a', 'b'], familyName: ['c'] }))
    expect(entries).toEqual([
      { text: 'a', fieldId: 'apply-email' },
      { text: 'c', fieldId: 'apply-familyName' },
    ])
    expect(summaryHeading(entries)).toBe('入力内容のご確認をお願いします（2か所）')
  })

  it('leads from one value of a group to the group, once', () => {
    const entries = summaryOf(form({ 'ways[0]': ['選んでください'], 'ways[1]': ['選んでください'] }))
    expect(entries).toEqual([{ text: '選んでください', fieldId: 'apply-ways' }])
  })

  it('leaves the example beside the field', () => {
    const entries = summaryOf(form({ email: ['「@」の後ろも入力してください。例：hanako@example.jp'] }))
    expect(entries[0]?.text).toBe('「@」の後ろも入力してください。')
  })

  it('leads to a part of a day', () => {
    expect(summaryOf(form({ 'birth.month': ['月を入力してください'] }))[0]?.fieldId).toBe('apply-birth.month')
  })

  it('says what concerns the form as a whole without a link and without a count', () => {
    const entries = summaryOf(form({ '': ['先に、ほかの方が変更しました'] }))
    expect(entries).toEqual([{ text: '先に、ほかの方が変更しました', fieldId: null }])
    expect(summaryHeading(entries)).toBe('ご確認をお願いします')
  })

  it('is empty when nothing is to be looked at', () => {
    expect(summaryOf(form({}))).toEqual([])
    expect(summaryOf(form({ email: [] }))).toEqual([])
  })
})
