import { z } from 'zod'

/** A button of the client's page: pressing is all there is. */
export const PressForm = z.object({})
