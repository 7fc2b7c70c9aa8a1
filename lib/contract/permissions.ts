/** Delegated Microsoft Graph permissions, by their documented names (Graph: permissions reference). */

export const permissions = {
  readConnectors: 'APIConnectors.Read.All',
  writeConnectors: 'APIConnectors.ReadWrite.All',
  /** Asked for even to read which connectors a flow calls (Graph: Get apiConnectorConfiguration). */
  writeUserFlows: 'IdentityUserFlow.ReadWrite.All',
  /** For what the directory has recorded about a connector (Graph: List directoryAudits). */
  readAuditLog: 'AuditLog.Read.All',
  /** Documented beside it, though the audit log is known to open without. Never asked for here. */
  readDirectory: 'Directory.Read.All',
} as const

/** The access of the signed-in person to connectors. */
export type Access = 'read' | 'write'

export const permissionFor: Record<Access, string> = {
  read: permissions.readConnectors,
  write: permissions.writeConnectors,
}

/** A permission is asked for against the Graph root of its cloud (Graph: national clouds). */
export const scopeOf = (graphRoot: string, permission: string): string =>
  `${graphRoot}/${permission}`
