import { openText, sealText } from './crypto.server.ts'
import { runtime } from './runtime.server.ts'

/**
 * Encrypts one column of one row, for `*_enc` columns.
 * @param place table and column, for example `case_person_private.phone`
 */
export function sealField(place: string, rowId: string, text: string): Uint8Array<ArrayBuffer> {
  return sealText(runtime().keys, place, rowId, text)
}

/** As `sealField`; nothing stays nothing. */
export function sealOptional(
  place: string,
  rowId: string,
  text: string | null | undefined,
): Uint8Array<ArrayBuffer> | null {
  return text ? sealField(place, rowId, text) : null
}

/** Opens one column of one row. @throws when the ciphertext was altered or moved. */
export function openField(place: string, rowId: string, sealed: Uint8Array): string {
  return openText(runtime().keys, place, rowId, sealed)
}

/** As `openField`; nothing stays nothing. */
export function openOptional(place: string, rowId: string, sealed: Uint8Array | null): string | null {
  return sealed ? openField(place, rowId, sealed) : null
}
