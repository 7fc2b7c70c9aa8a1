/** Below this width the navigation stands above the page instead of beside it. */
export const narrow = '@media (max-width: 760px)'
