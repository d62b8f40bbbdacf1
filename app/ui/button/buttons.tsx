import type { ReactNode } from 'react'

/** What every button takes. With `href` it is a link that looks like a button, otherwise a real button. */
export interface ButtonProps {
  children: ReactNode
  href?: string
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Id of the form it sends, when it stands outside of that form. */
  form?: string
  /**
   * Cannot be pressed now. The reason stands as a sentence right above; `describedBy` is that
   * sentence's id.
   */
  off?: boolean
  describedBy?: string
  onClick?: () => void
}

function Base({
  look,
  href,
  children,
  off,
  describedBy,
  type = 'submit',
  onClick,
  ...rest
}: ButtonProps & { look: string }) {
  const className = `btn ${look}`
  if (href !== undefined) {
    return (
      <a
        className={className}
        href={off ? undefined : href}
        aria-disabled={off || undefined}
        aria-describedby={describedBy}
      >
        {children}
      </a>
    )
  }
  return (
    <button
      {...rest}
      type={off ? 'button' : type}
      className={className}
      aria-disabled={off || undefined}
      aria-describedby={describedBy}
      onClick={off ? undefined : onClick}
    >
      {children}
    </button>
  )
}

/**
 * Going on with what the reader has already begun (`.btn-fill`). At most one on a screen, and never a
 * free choice.
 */
export function ButtonFill(props: ButtonProps) {
  return <Base look="btn-fill" {...props} />
}

/** The second way, and every free choice: all answers of one question are `ButtonLine` (`.btn-line`). */
export function ButtonLine(props: ButtonProps) {
  return <Base look="btn-line" {...props} />
}

/** Only for 「着きました」「出ました」: 72 px high (`.btn-fill .btn-big`). */
export function ButtonBig(props: ButtonProps) {
  return <Base look="btn-fill btn-big" {...props} />
}

/** In tables and filters of the desk: 36 px high, does not wrap (`.btn-line .btn-s`). */
export function ButtonSmall(props: ButtonProps) {
  return <Base look="btn-line btn-s" {...props} />
}

/** Neutral at the desk: filters, back and forth (`.btn-g`). */
export function ButtonNeutral(props: ButtonProps) {
  return <Base look="btn-g" {...props} />
}

/** A button that reads as a link in a line of its own, 44 px high (`.link .link-row`). */
export function LinkButton({ children, href, type = 'submit', name, value, form, onClick }: ButtonProps) {
  if (href !== undefined)
    return (
      <a className="link link-row" href={href}>
        {children}
      </a>
    )
  return (
    <button type={type} name={name} value={value} form={form} className="link link-row" onClick={onClick}>
      {children}
    </button>
  )
}

/**
 * The row of buttons that ends a step (`.acts`): forward first, back second, leaving as a link. Stacked on
 * the phone, in a line when wide. `near` sets it closer to the text it belongs to.
 */
export function Acts({ children, near = false }: { children: ReactNode; near?: boolean }) {
  return <div className={near ? 'acts acts-near' : 'acts'}>{children}</div>
}

/**
 * Equal choices side by side (`.even`); none bigger or fuller than another, an odd last one takes the
 * whole width.
 */
export function Even({ children }: { children: ReactNode }) {
  return <div className="even">{children}</div>
}

/** Buttons and links of the desk in one wrapping line (`.btns`). */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="btns">{children}</div>
}
