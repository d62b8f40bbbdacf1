/**
 * Writes `fonts.css` from the two self-hosted fonts: `node --import tsx app/ui/styles/make-fonts.ts`.
 *
 * BIZ UDPGothic (400, 700) in its woff2 subsets; behind it Noto Sans JP for the letters BIZ does not have
 * (𠮷, 槗 …). The ranges hold exactly the letters that are in the font, so that a name with a rare letter
 * loads one small file, and the browser never asks the first font for a letter it does not have. Both
 * weights of a subset stand side by side: their ranges are the same text and compress well.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import fontkit from '@pdf-lib/fontkit'

const MODULES = new URL('../../../node_modules/', import.meta.url)
const WEIGHTS = [400, 700]

interface Family {
  family: string
  pack: string
  ttf: string
}

const BIZ: Family = {
  family: 'BIZ UDPGothic',
  pack: 'biz-udpgothic',
  ttf: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
}
const NOTO: Family = {
  family: 'Noto Sans JP',
  pack: 'noto-sans-jp',
  ttf: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
}

/** All letters a font draws. */
function lettersOf({ ttf }: Family): Set<number> {
  return new Set(fontkit.create(readFileSync(new URL(ttf, MODULES))).characterSet)
}

/** The subsets of a family: the name used in the file names, and the letters Google sorted into it. */
function subsetsOf({ pack }: Family): { subset: string; letters: number[] }[] {
  const ranges = JSON.parse(
    readFileSync(new URL(`@fontsource/${pack}/unicode.json`, MODULES), 'utf8'),
  ) as Record<string, string>
  return Object.entries(ranges).map(([name, text]) => ({
    subset: name.replace(/[[\]]/g, ''),
    letters: parseRange(text),
  }))
}

function parseRange(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    const first = Number.parseInt(from, 16)
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, i) => first + i)
  })
}

/** Letters as a `unicode-range`, neighbours joined. */
function writeRange(letters: number[]): string {
  const sorted = [...new Set(letters)].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const letter of sorted) {
    const run = runs.at(-1)
    if (run && letter === run[1] + 1) run[1] = letter
    else runs.push([letter, letter])
  }
  return runs
    .map(([a, b]) => (a === b ? `U+${a.toString(16)}` : `U+${a.toString(16)}-${b.toString(16)}`))
    .join(',')
}

function facesOf(font: Family, has: (letter: number) => boolean): string[] {
  return subsetsOf(font).flatMap(({ subset, letters }) => {
    const range = writeRange(letters.filter(has))
    if (range === '') return []
    return WEIGHTS.map((weight) => {
      const file = `@fontsource/${font.pack}/files/${font.pack}-${subset}-${weight}-normal.woff2`
      readFileSync(new URL(file, MODULES))
      return (
        `@font-face{font-family:'${font.family}';font-style:normal;font-display:swap;font-weight:${weight};` +
        `src:url('../../../node_modules/${file}') format('woff2');unicode-range:${range}}`
      )
    })
  })
}

const biz = lettersOf(BIZ)
const noto = lettersOf(NOTO)
const faces = [
  ...facesOf(BIZ, (letter) => biz.has(letter)),
  ...facesOf(NOTO, (letter) => noto.has(letter) && !biz.has(letter)),
]
const head = '/* Written by make-fonts.ts. BIZ UDPGothic and Noto Sans JP, SIL Open Font License 1.1. */'
writeFileSync(new URL('fonts.css', import.meta.url), `${head}\n${faces.join('\n')}\n`)
