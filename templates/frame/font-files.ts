import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The typefaces of the documents: BIZ UDPGothic, and Noto Sans JP for characters the first one lacks. */
export type Face = 'regular' | 'bold' | 'wide' | 'wideBold'

const FILES: Record<Face, string> = {
  regular: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  bold: '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  wide: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  wideBold: '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
}

const { resolve } = createRequire(import.meta.url)
const loaded = new Map<Face, Uint8Array>()

/** The bytes of a face: read once per process, always the same object (parsed fonts are kept by it). */
export function fontBytes(face: Face): Uint8Array {
  let bytes = loaded.get(face)
  if (!bytes) loaded.set(face, (bytes = new Uint8Array(readFileSync(resolve(FILES[face])))))
  return bytes
}
