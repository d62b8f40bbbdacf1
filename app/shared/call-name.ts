const longest = 58

/** 「花さん」: a name to be called by on one line, with さん where it has no such word yet. */
export function withSan(written: string): string {
  const name = written.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, longest)
  return /(さん|様|くん|ちゃん)$/.test(name) ? name : `${name}さん`
}

/** 「花さん、空さん」: several people in one line; nothing for nobody. */
export function allWithSan(names: readonly string[]): string {
  return names.map(withSan).join('、')
}
