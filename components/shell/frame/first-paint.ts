/**
 * What must be known before the first paint, so that nothing flashes: the chosen colours, and
 * whether a session is expected (then the sign-in page stays hidden while its code loads).
 */
import { attemptKey, sessionKey } from '@/lib/client/session/session-hint'

export const themeKey = 'portal.theme'

/** Runs inline in the document's head. Storage may be blocked; then the defaults stand. */
export const firstPaintScript = `(function(root){try{
var theme=localStorage.getItem('${themeKey}');
if(theme)root.dataset.theme=theme;
if(localStorage.getItem('${sessionKey}')||sessionStorage.getItem('${attemptKey}'))root.dataset.session='expected';
}catch(error){}})(document.documentElement)`
