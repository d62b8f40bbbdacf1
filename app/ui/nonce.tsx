import { createContext, useContext } from 'react'

const Nonce = createContext('')

/** Hands the response's CSP nonce to the scripts of the page; empty in the browser, which hides it. */
export const NonceProvider = Nonce.Provider

/** The nonce of this response. */
export function useNonce(): string {
  return useContext(Nonce)
}
