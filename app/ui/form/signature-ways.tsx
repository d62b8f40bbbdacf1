import type { ReactNode } from 'react'
import { textOf } from './field.ts'
import type { FieldLike } from './field.ts'
import { GroupBlock } from './field-block.tsx'
import { Pick, Picks } from './choice-fields.tsx'

export interface SignatureWaysProps {
  /** Posts 'drawn' or 'paper'. */
  field: FieldLike
  /** Shown while 「この画面に指で書く」 is chosen: the `SignaturePad`. */
  drawn: ReactNode
  /** Shown while 「紙に書いて送る、持っていく」 is chosen: what to do with the paper. */
  paper: ReactNode
  /** Left out where the body accepts paper alone. */
  canDraw?: boolean
}

/**
 * The two equal ways of signing (`.sign`). Without a script the choice works as well; nothing is
 * pre-sent.
 */
export function SignatureWays({ field, drawn, paper, canDraw = true }: SignatureWaysProps) {
  const chosen = textOf(field.initialValue) || (canDraw ? 'drawn' : 'paper')
  return (
    <div className="sign">
      <GroupBlock field={field} label="署名のしかた" required support="どちらも同じあつかいです。">
        <Picks>
          {canDraw ? (
            <Pick
              type="radio"
              field={field}
              first
              hasSupport
              checked={chosen === 'drawn'}
              option={{ value: 'drawn', label: 'この画面に指で書く' }}
            />
          ) : null}
          <Pick
            type="radio"
            field={field}
            checked={chosen === 'paper'}
            hasSupport
            option={{ value: 'paper', label: '紙に書いて送る、持っていく' }}
          />
        </Picks>
      </GroupBlock>
      {canDraw ? <div className="sign-drawn">{drawn}</div> : null}
      <div className="sign-paper">{paper}</div>
    </div>
  )
}
