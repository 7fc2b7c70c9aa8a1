import type { Messages } from './english'

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en'
    Messages: Messages
  }
}
