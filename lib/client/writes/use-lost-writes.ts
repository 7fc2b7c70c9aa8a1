import { lostWrites, type LostWrites } from './lost-writes'
import { useTenantAccess } from './use-tenant-access'

/** Looking for lost writes, as the person who is signed in. */
export const useLostWrites = (): LostWrites => useTenantAccess(lostWrites)
