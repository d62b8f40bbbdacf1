import type { ReactNode } from 'react'
import { MailAddress, Phrase } from '../words/words.tsx'
import { PrintButton } from './print-button.tsx'

/** A link of the foot. `post` sends an empty form (logging out), `print` opens the browser's print. */
export type FootLink =
  | { label: string; href: string }
  | { label: string; post: string }
  | { label: string; print: true }

/** Who helps, always at the same place: who, mail, then the telephone as plain text with its hours. */
export interface PhoneHelp {
  /** 「こまったとき、聞きたいとき」, 「おたずね先」 or the desk's name. */
  heading: string
  lines?: ReactNode[]
  mail?: string
  /** As written on the page: 「000-0000-0020（平日 9時〜17時）」. */
  tel?: string
  after?: ReactNode
  links?: FootLink[]
}

/** The foot of a phone page (`.foot`): help first, then print or log-out. */
export function PhoneFoot({ help }: { help: PhoneHelp }) {
  return (
    <footer className="foot">
      <div className="foot-in">
        <h2>{help.heading}</h2>
        {help.lines?.map((line, i) => (
          <p key={i}>{line}</p>
        ))}
        {help.mail ? (
          <p>
            メール{'　'}
            <a className="link" href={`mailto:${help.mail}`}>
              <MailAddress>{help.mail}</MailAddress>
            </a>
          </p>
        ) : null}
        {help.tel ? <p>電話　<Telephone>{help.tel}</Telephone></p> : null}
        {help.after ? <p>{help.after}</p> : null}
        {help.links?.length ? (
          <div className="foot-links">
            {help.links.map((link) => (
              <FootEntry key={link.label} link={link} />
            ))}
          </div>
        ) : null}
      </div>
    </footer>
  )
}

/** 「000-0000-0010（平日 9時〜17時）」: the number stands in one line, and so do the hours. */
function Telephone({ children }: { children: string }) {
  return children.split(/(?=（)/).map((piece) => <Phrase key={piece}>{piece}</Phrase>)
}

function FootEntry({ link }: { link: FootLink }) {
  if ('print' in link) return <PrintButton>{link.label}</PrintButton>
  if ('href' in link)
    return (
      <a className="link link-row" href={link.href}>
        {link.label}
      </a>
    )
  return (
    <form method="post" action={link.post}>
      <button type="submit" className="link link-row">
        {link.label}
      </button>
    </form>
  )
}
