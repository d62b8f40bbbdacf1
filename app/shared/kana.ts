const small: Record<string, string> = {
  ァ: 'ア', ィ: 'イ', ゥ: 'ウ', ェ: 'エ', ォ: 'オ', ッ: 'ツ', ャ: 'ヤ', ュ: 'ユ', ョ: 'ヨ', ヮ: 'ワ', ヵ: 'カ', ヶ: 'ケ',
}
const vowelRows: Record<string, string> = {
  ア: 'アカサタナハマヤラワガザダバパ', イ: 'イキシチニヒミリヰギジヂビピ', ウ: 'ウクスツヌフムユルグズヅブプヴ',
  エ: 'エケセテネヘメレヱゲゼデベペ', オ: 'オコソトノホモヨロヲゴゾドボポ',
}
const hyphens = /[-‐‑‒–—―−－ｰ─━]/g
/** Variants of the same family name that people search with either form. */
const variants: Record<string, string> = {
  髙: '高', 﨑: '崎', 嵜: '崎', 邉: '辺', 邊: '辺', 濵: '浜', 濱: '浜', 德: '徳', 栁: '柳', 𠮷: '吉', 齋: '斉', 齊: '斉',
  斎: '斉', 瀨: '瀬', 賴: '頼', 廣: '広', 櫻: '桜', 澤: '沢', 惠: '恵', 嶋: '島', 嶌: '島',
}

/** Hiragana and half-width katakana become full-width katakana; dashes after kana become ー. */
export function toKatakana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! + 0x60))
    .replace(/(?<=[ァ-ヶー])[-‐‑‒–—―−－ｰ─━]/g, 'ー')
    .trim()
    .replace(/[\s　]+/g, ' ')
}

/** True for text of katakana, ー, ・ and single spaces. */
export function isKatakana(text: string): boolean {
  return /^[ァ-ヶー・]+( [ァ-ヶー・]+)*$/.test(text)
}

function vowelOf(kana: string): string {
  return Object.keys(vowelRows).find((vowel) => vowelRows[vowel]!.includes(kana)) ?? ''
}

/**
 * Sort key of a reading: voiced and small kana count as plain ones, ー as the vowel before it; the
 * reading itself breaks ties. Compared bytewise (`COLLATE "C"`) it sorts the same on every database.
 */
export function kanaSortKey(kana: string): string {
  let key = ''
  for (const letter of toKatakana(kana).replace(/・/g, ' ')) {
    const plain = small[letter] ?? letter
    key += plain === 'ー' ? vowelOf(key.at(-1) ?? '') : plain.normalize('NFD').replace(/[\u3099\u309a]/g, '')
  }
  return `${key}\t${kana}`
}

/** Search key of a name: variants, width, case and spacing do not matter. Never stored in place of the name. */
export function nameSearchKey(name: string): string {
  const bare = name.replace(/[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g, '')
  const folded = [...bare].map((letter) => variants[letter] ?? letter).join('')
  return toKatakana(folded)
    .toLowerCase()
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (letter) => small[letter] ?? letter)
    .replace(/[\s　・ー-]/g, '')
}

/** Digits and hyphens of a code or number typed in any width. */
export function plainCode(text: string): string {
  return text.normalize('NFKC').replace(hyphens, '-').replace(/[\s　ー]/g, '')
}
